using System.Text.Json.Nodes;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Gallery;

/// <summary>The service mirror, cut or grown to a number of ratings, with names as short or long as a case needs.</summary>
public static class SampleQuestionnaire
{
    private static readonly Lazy<JsonNode> Mirror = new(() =>
    {
        using var stream = typeof(SampleQuestionnaire).Assembly.GetManifestResourceStream("service-mirror.json")
            ?? throw new InvalidOperationException("service-mirror.json is not embedded.");
        return JsonNode.Parse(stream) ?? throw new InvalidOperationException("service-mirror.json is empty.");
    });

    /// <summary>So many ratings, and the special questions.</summary>
    /// <param name="ratings">How many; those beyond the template's repeat its names with a number.</param>
    /// <param name="longNames">Whether every name has 200 characters.</param>
    public static Questionnaire Of(int ratings, bool longNames = false)
    {
        var all = Mirror.Value["questions"]!.AsArray().Select(node => Read(node!)).ToList();
        var template = all.Where(question => question.Scale == Scale.Quality5).ToList();
        var chosen = Enumerable.Range(0, ratings).Select(i => Repeated(template[i % template.Count], i / template.Count)).ToList();
        if (longNames)
            chosen = chosen.ConvertAll(question => question with { Label = Long(question.Label) });

        var used = chosen.Select(question => question.Dimension).ToHashSet();
        var dimensions = Mirror.Value["dimensions"]!.AsArray()
            .Select(node => new Dimension { Key = Text(node!, "key"), Name = Texts(node!["name"]!) })
            .Where(dimension => used.Contains(dimension.Key)).ToList();
        var keys = dimensions.Select(dimension => dimension.Key).ToHashSet();
        return new Questionnaire
        {
            Key = Text(Mirror.Value, "key"),
            Name = Texts(Mirror.Value["name"]!),
            Languages = ["de", "en"],
            Overall = Text(Mirror.Value, "overall"),
            Dimensions = dimensions,
            Questions =
            [
                .. chosen,
                .. all.Where(question => question.Scale != Scale.Quality5)
                    .Select(question => question with { Options = [.. question.Options.Where(keys.Contains)] })
                    .Where(question => question.Scale != Scale.Pick3 || question.Options.Count > 0),
            ],
        };
    }

    private static Question Repeated(Question question, int round) => round == 0 ? question : question with
    {
        Key = $"{question.Key}_{round + 1}",
        Label = question.Label.ToDictionary(text => text.Key, text => $"{text.Value} ({round + 1})"),
    };

    /// <summary>The same questions for some groups only; those that none of them is asked go.</summary>
    public static Questionnaire For(this Questionnaire questionnaire, IReadOnlyList<Audience> audiences) => questionnaire with
    {
        Questions =
        [
            .. questionnaire.Questions
                .Select(question => question with { Text = question.Text.Where(text => audiences.Contains(text.Key)).ToDictionary() })
                .Where(question => question.Text.Count > 0),
        ],
    };

    private static Dictionary<string, string> Long(IReadOnlyDictionary<string, string> texts) => texts.ToDictionary(text => text.Key, text =>
    {
        const string German = ", auch bei Rückvergütungsvereinbarungen, Haftpflichtversicherungsbestätigungen und in allen anderen Angelegenheiten, die uns im Lauf eines Jahres und an jedem unserer Standorte beschäftigen könnten, ohne Ausnahme";
        const string English = ", including reimbursement agreements, confirmations of liability insurance and all other matters that may concern us in the course of a year and at every one of our sites, without any exception whatsoever";
        return (text.Value + (text.Key == "de" ? German : English))[..200];
    });

    private static Question Read(JsonNode node) => new()
    {
        Key = Text(node, "key"),
        Dimension = node["dimension"]?.GetValue<string>(),
        Scale = Text(node, "scale") switch
        {
            "quality5" => Scale.Quality5,
            "recommend11" => Scale.Recommend11,
            "percent" => Scale.Percent,
            _ => Scale.Pick3,
        },
        Label = Texts(node["label"]!),
        Text = node["text"]!.AsObject().ToDictionary(
            wording => Enum.Parse<Audience>(wording.Key, ignoreCase: true),
            wording => (IReadOnlyDictionary<string, string>)Texts(wording.Value!)),
        Options = [.. (node["options"]?.AsArray() ?? []).Select(option => option!.GetValue<string>())],
    };

    private static Dictionary<string, string> Texts(JsonNode node) =>
        node.AsObject().ToDictionary(text => text.Key, text => text.Value!.GetValue<string>());

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
