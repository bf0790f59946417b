using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Studies;

/// <summary>From JSON to a questionnaire: shape, languages and lengths. What belongs together is checked by <see cref="QuestionnaireRules"/>.</summary>
internal static class QuestionnaireReader
{
    internal static readonly IReadOnlyDictionary<string, Scale> Scales = new Dictionary<string, Scale>(StringComparer.Ordinal)
    {
        ["quality5"] = Scale.Quality5,
        ["recommend11"] = Scale.Recommend11,
        ["percent"] = Scale.Percent,
        ["pick3"] = Scale.Pick3,
    };

    /// <summary>The questionnaire; null if it is too incomplete to check further.</summary>
    /// <param name="root">The whole file.</param>
    /// <param name="isDraft">Whether texts may be missing in a language.</param>
    public static Questionnaire? Read(JsonNodeAt root, bool isDraft)
    {
        if (!root.IsObjectOf("key", "name", "languages", "overall", "dimensions", "questions"))
            return null;

        var key = root.Required("key")?.Text(QuestionnaireRules.LongestName);
        string[] languages = [.. root.Required("languages")?.Items().Select(item => item.Text(2)).OfType<string>() ?? []];
        if (languages.Length == 0)
        {
            root.Fault(QuestionnaireFaultKind.NoLanguage);
            return null;
        }

        var spoken = new Spoken(languages, isDraft);
        var name = Texts(root.Required("name"), spoken, QuestionnaireRules.LongestName);
        var overall = root.Optional("overall")?.Text(QuestionnaireRules.LongestName);
        var dimensions = root.Required("dimensions")?.Items().Select(item => ReadDimension(item, spoken)).ToList();
        var questions = root.Required("questions")?.Items().Select(item => ReadQuestion(item, spoken)).ToList();

        // Positions must stay what they are in the file, or the paths of later faults would point elsewhere.
        if (key is null || name is null || dimensions is null || questions is null || dimensions.Contains(null) || questions.Contains(null))
            return null;
        return new Questionnaire
        {
            Key = key,
            Name = name,
            Languages = languages,
            Overall = overall,
            Dimensions = [.. dimensions.OfType<Dimension>()],
            Questions = [.. questions.OfType<Question>()],
        };
    }

    private static Dimension? ReadDimension(JsonNodeAt node, Spoken spoken)
    {
        if (!node.IsObjectOf("key", "name", "comment"))
            return null;

        var key = node.Required("key")?.Text(QuestionnaireRules.LongestName);
        var name = Texts(node.Required("name"), spoken, QuestionnaireRules.LongestName);
        var comment = node.Optional("comment") is { } invitation ? Wordings(invitation, spoken) : null;
        return key is null || name is null ? null : new Dimension { Key = key, Name = name, Comment = comment };
    }

    private static Question? ReadQuestion(JsonNodeAt node, Spoken spoken)
    {
        if (!node.IsObjectOf("key", "dimension", "scale", "options", "label", "text"))
            return null;

        var key = node.Required("key")?.Text(QuestionnaireRules.LongestName);
        var dimension = node.Optional("dimension")?.Text(QuestionnaireRules.LongestName);
        var scale = ReadScale(node.Required("scale"));
        string[] options = [.. node.Optional("options")?.Items().Select(item => item.Text(QuestionnaireRules.LongestName)).OfType<string>() ?? []];
        var label = Texts(node.Required("label"), spoken, QuestionnaireRules.LongestLabel);
        var text = Wordings(node.Required("text"), spoken);
        if (key is null || scale is null || label is null || text is null)
            return null;
        return new Question { Key = key, Dimension = dimension, Scale = scale.Value, Options = options, Label = label, Text = text };
    }

    private static Scale? ReadScale(JsonNodeAt? node)
    {
        if (node?.Text(QuestionnaireRules.LongestName) is not { } name)
            return null;
        if (Scales.TryGetValue(name, out var scale))
            return scale;
        node.Fault(QuestionnaireFaultKind.UnknownScale, name, string.Join(", ", Scales.Keys));
        return null;
    }

    private static Dictionary<Audience, IReadOnlyDictionary<string, string>>? Wordings(JsonNodeAt? node, Spoken spoken)
    {
        if (node is null || !node.IsObjectOf([.. AudienceNames.All.Keys]))
            return null;

        Dictionary<Audience, IReadOnlyDictionary<string, string>> wordings = [];
        foreach (var (name, audience) in AudienceNames.All)
        {
            if (Texts(node.Optional(name), spoken, QuestionnaireRules.LongestWording) is { } texts)
                wordings[audience] = texts;
        }

        return wordings;
    }

    private static Dictionary<string, string>? Texts(JsonNodeAt? node, Spoken spoken, int maximum)
    {
        if (node is null || !node.IsObjectOf(spoken.Languages))
            return null;

        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var language in spoken.Languages)
        {
            var part = spoken.IsDraft ? node.Optional(language) : node.Required(language);
            if (part?.Text(maximum) is { } text)
                texts[language] = text;
        }

        return texts;
    }

    /// <summary>The languages that texts are read in, and whether one may be missing.</summary>
    private sealed record Spoken(string[] Languages, bool IsDraft);
}
