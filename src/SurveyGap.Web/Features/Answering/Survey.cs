using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What a respondent's pages show of a wave.</summary>
public sealed record Survey
{
    public required Guid Client { get; init; }

    public required Guid Wave { get; init; }

    public required string ClientName { get; init; }

    /// <summary>The client's colour, as #rrggbb.</summary>
    public required string Color { get; init; }

    public required bool IsDemo { get; init; }

    /// <summary>Whom to ask; null if the client names nobody.</summary>
    public required string? PrivacyContact { get; init; }

    /// <summary>Frozen at opening; null before.</summary>
    public required Questionnaire? Frozen { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Keys of the attributes that results are split by, in order.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    public required bool OnePage { get; init; }

    public required int Minimum { get; init; }

    public required int ExecutiveMinimum { get; init; }

    public required int CustomerMinimum { get; init; }

    /// <summary>Why fewer customers than the default are enough; null where they are not.</summary>
    public required string? CustomerMinimumReason { get; init; }

    public required int? InvitedExecutives { get; init; }

    public required string TimeZone { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>A minute less: what closes at midnight is open «until» the day before, on every page as in the mails.</summary>
    public DateTimeOffset LastMoment => ClosesAt.AddMinutes(-1);

    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the nameless responses are deleted; null while the wave is open.</summary>
    public required DateTimeOffset? KeepResponsesUntil { get; init; }

    /// <summary>For how long invitations are kept after closing.</summary>
    public required int KeepPeopleDays { get; init; }

    public Questionnaire Questionnaire => Frozen ?? throw new InvalidOperationException("A wave that is not open yet asks nothing.");

    public int MinimumFor(Audience audience) => audience switch
    {
        Audience.Executive => ExecutiveMinimum,
        Audience.Customer => CustomerMinimum,
        _ => Minimum,
    };

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
