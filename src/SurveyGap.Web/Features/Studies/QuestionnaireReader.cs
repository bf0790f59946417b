using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Studies;

/// <summary>From JSON to a questionnaire: shape, languages and lengths. What belongs together is checked by <see cref="QuestionnaireRules"/>.</summary>
internal static class QuestionnaireReader
{
    private const int NameLength = 80;
    private const int LabelLength = 60;
    private const int TextLength = 300;

    internal static readonly IReadOnlyDictionary<string, Scale> Scales = new Dictionary<string, Scale>(StringComparer.Ordinal)
    {
        ["quality5"] = Scale.Quality5,
        ["recommend11"] = Scale.Recommend11,
        ["percent"] = Scale.Percent,
        ["pick3"] = Scale.Pick3,
    };

    /// <summary>The questionnaire; null if it is too incomplete to check further.</summary>
    public static Questionnaire? Read(JsonNodeAt root)
    {
        if (!root.IsObjectOf("key", "name", "languages", "overall", "dimensions", "questions"))
            return null;

        var key = root.Required("key")?.Text(NameLength);
        string[] languages = [.. root.Required("languages")?.Items().Select(item => item.Text(2)).OfType<string>() ?? []];
        if (languages.Length == 0)
        {
            root.Fault("languages: name at least one, such as [\"de\"]; the texts are checked then.");
            return null;
        }

        var name = Texts(root.Required("name"), languages, NameLength);
        var overall = root.Optional("overall")?.Text(NameLength);
        var dimensions = root.Required("dimensions")?.Items().Select(item => ReadDimension(item, languages)).ToList();
        var questions = root.Required("questions")?.Items().Select(item => ReadQuestion(item, languages)).ToList();

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

    private static Dimension? ReadDimension(JsonNodeAt node, string[] languages)
    {
        if (!node.IsObjectOf("key", "name", "comment"))
            return null;

        var key = node.Required("key")?.Text(NameLength);
        var name = Texts(node.Required("name"), languages, NameLength);
        var comment = node.Optional("comment") is { } invitation ? Wordings(invitation, languages) : null;
        return key is null || name is null ? null : new Dimension { Key = key, Name = name, Comment = comment };
    }

    private static Question? ReadQuestion(JsonNodeAt node, string[] languages)
    {
        if (!node.IsObjectOf("key", "dimension", "scale", "options", "label", "text"))
            return null;

        var key = node.Required("key")?.Text(NameLength);
        var dimension = node.Optional("dimension")?.Text(NameLength);
        var scale = ReadScale(node.Required("scale"));
        string[] options = [.. node.Optional("options")?.Items().Select(item => item.Text(NameLength)).OfType<string>() ?? []];
        var label = Texts(node.Required("label"), languages, LabelLength);
        var text = Wordings(node.Required("text"), languages);
        if (key is null || scale is null || label is null || text is null)
            return null;
        return new Question { Key = key, Dimension = dimension, Scale = scale.Value, Options = options, Label = label, Text = text };
    }

    private static Scale? ReadScale(JsonNodeAt? node)
    {
        if (node?.Text(NameLength) is not { } name)
            return null;
        if (Scales.TryGetValue(name, out var scale))
            return scale;
        node.Fault($"unknown scale «{name}»; known: {string.Join(", ", Scales.Keys)}.");
        return null;
    }

    private static Dictionary<Audience, IReadOnlyDictionary<string, string>>? Wordings(JsonNodeAt? node, string[] languages)
    {
        if (node is null || !node.IsObjectOf([.. AudienceNames.All.Keys]))
            return null;

        Dictionary<Audience, IReadOnlyDictionary<string, string>> wordings = [];
        foreach (var (name, audience) in AudienceNames.All)
        {
            if (Texts(node.Optional(name), languages, TextLength) is { } texts)
                wordings[audience] = texts;
        }

        return wordings;
    }

    private static Dictionary<string, string>? Texts(JsonNodeAt? node, string[] languages, int maximum)
    {
        if (node is null || !node.IsObjectOf(languages))
            return null;

        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            if (node.Required(language)?.Text(maximum) is { } text)
                texts[language] = text;
        }

        return texts;
    }
}
