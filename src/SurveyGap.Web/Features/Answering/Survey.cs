using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What a respondent's pages show of a wave.</summary>
public sealed record Survey : SurveyTerms
{
    /// <param name="terms">What is stored of the wave.</param>
    /// <param name="frozen">What is asked; null before the opening.</param>
    /// <param name="languages">What it is asked in, the main one first.</param>
    [SetsRequiredMembers]
    public Survey(SurveyTerms terms, Questionnaire? frozen, IEnumerable<string> languages)
        : base(terms)
    {
        Frozen = frozen;
        // A language whose texts do not ship would show keys in place of words.
        Languages = [.. languages.Where(Platform.Localisation.Languages.All.Contains).DefaultIfEmpty(Platform.Localisation.Languages.Default)];
    }

    /// <summary>Frozen at opening; null before.</summary>
    public Questionnaire? Frozen { get; }

    public IReadOnlyList<string> Languages { get; }

    /// <summary>Keys of the attributes that results are split by, in order.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Null before the opening, when it may still change.</summary>
    public int? InvitedExecutives { get; init; }

    /// <summary>A minute less: what closes at midnight is open «until» the day before, on every page as in the mails.</summary>
    public DateTimeOffset LastMoment => ClosesAt.AddMinutes(-1);

    public Questionnaire Questionnaire => Frozen ?? throw new InvalidOperationException("A wave that is not open yet asks nothing.");

    // A questionnaire never changes, and each request asks for its pages.
    private static readonly ConditionalWeakTable<Questionnaire, ConcurrentDictionary<(Audience, bool), IReadOnlyList<FormPage>>> Pages = [];

    public IReadOnlyList<FormPage> PagesFor(Audience audience) => Pages.GetOrCreateValue(Questionnaire).GetOrAdd(
        (audience, OnePage), _ => OnePage ? FormPages.InOne(Questionnaire, audience) : FormPages.Of(Questionnaire, audience));

    /// <summary>The wished language where the survey speaks it, otherwise its first.</summary>
    public string Speak(string wished) => Languages.Contains(wished) ? wished : Languages[0];

    /// <summary>A language by its own name: «Français».</summary>
    public static string NameOf(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return culture.TextInfo.ToTitleCase(culture.NativeName);
    }
}
