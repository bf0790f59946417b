using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;
using Words = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>The text fields of a form as they were sent: named «label.de», «executive.en».</summary>
internal sealed class WordingsForm(IFormCollection form, IReadOnlyList<string> languages)
{
    /// <summary>What was asked of whom is ticked under this name.</summary>
    public const string Asked = "asked";

    /// <summary>What cannot be saved as it is, by the name of the field.</summary>
    public Dictionary<string, FieldFault> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>What was typed, for the page to show it again.</summary>
    public Words Typed { get; } = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);

    /// <summary>A name or a label: needed in the main language, since lists show it.</summary>
    public Words Texts(string field, int longest)
    {
        var texts = Read(field, longest);
        if (!texts.ContainsKey(languages[0]))
            Faults.TryAdd($"{field}.{languages[0]}", new FieldFault("Empty", 0, 0));
        return texts;
    }

    /// <summary>The wordings of those groups that are ticked; a language without words is left for the parity check.</summary>
    public Dictionary<Audience, Words> Wordings() => AudienceNames.All
        .Where(named => form[Asked].Contains(named.Key))
        .ToDictionary(named => named.Value, named => (Words)Read(named.Key, QuestionnaireRules.LongestWording));

    private Dictionary<string, string> Read(string field, int longest)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            var name = $"{field}.{language}";
            // One line, as in the form of those who answer.
            var text = PlainText.Of(form[name].ToString()).ReplaceLineEndings(" ").Trim();
            if (text.Length > longest)
                Faults[name] = new FieldFault("TooLong", text.Length, longest);
            if (PlainText.IsVisible(text))
                texts[language] = text;
        }

        return texts;
    }
}

/// <summary>What is wrong with a field.</summary>
/// <param name="Kind">«Empty» or «TooLong»: the end of a text's name.</param>
/// <param name="Length">How many characters were sent.</param>
/// <param name="Longest">How many are allowed.</param>
public sealed record FieldFault(string Kind, int Length, int Longest);
