using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SurveyGap.Analysis;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.CommandLine;

/// <summary>
/// The figures as JSON, for other programs: fields may be added, names never change. Full precision; null is undefined;
/// what is withheld is <c>{"withheld": code}</c>.
/// </summary>
internal sealed class AnalysisJson(StudyAnalysis analysis)
{
    // For a terminal or a file, never inside of a page.
    private static readonly JsonSerializerOptions Options = new(FigureJson.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public string Write() => new JsonObject
    {
        ["survey"] = analysis.Questionnaire.Key,
        ["engine"] = analysis.Engine,
        ["groups"] = ByAudience(analysis.Groups, group => new JsonObject
        {
            ["responses"] = Shown(group.Responses, responses => responses.Responses),
            ["invited"] = group.Invited,
            ["census"] = group.Census,
        }),
        ["questions"] = List(analysis.Questions, question => new JsonObject
        {
            ["key"] = question.Question.Key,
            ["dimension"] = question.Question.Dimension,
            ["groups"] = Groups(question.Groups),
            ["gaps"] = Gaps(question.Gaps, Undefined),
            ["derivedImportance"] = Node(question.DerivedImportance),
        }),
        ["dimensions"] = List(analysis.Dimensions, dimension => new JsonObject
        {
            ["key"] = dimension.Dimension.Key,
            ["groups"] = Groups(dimension.Groups),
            ["gaps"] = Gaps(dimension.Gaps, UndefinedDimension),
            ["chain"] = Shown(dimension.Chain, chain => chain),
            ["alpha"] = ByAudience(dimension.Alpha, Node),
        }),
        ["recommendation"] = List(analysis.Recommendation, recommendation => new JsonObject
        {
            ["key"] = recommendation.Question.Key,
            ["groups"] = Groups(recommendation.Groups),
        }),
        ["predictions"] = List(analysis.Predictions, prediction => new JsonObject
        {
            ["key"] = prediction.Question.Key,
            ["groups"] = Groups(prediction.Groups),
            ["actual"] = Shown(prediction.Actual, actual => actual),
        }),
        ["importance"] = List(analysis.Importance, importance => new JsonObject
        {
            ["key"] = importance.Question.Key,
            ["groups"] = Groups(importance.Groups),
        }),
        ["priorities"] = Node(analysis.Priorities),
        ["segments"] = List(analysis.Segments, segment => new JsonObject
        {
            ["group"] = AudienceNames.Of(segment.Audience),
            ["attribute"] = segment.Attribute,
            ["values"] = List(segment.Values, value => new JsonObject
            {
                ["value"] = value.Value,
                ["responses"] = Shown(value.Responses, responses => responses.Responses),
                ["dimensions"] = ByKey(value.Dimensions),
                ["questions"] = ByKey(value.Questions),
            }),
        }),
        ["trend"] = List(analysis.Trend, line => new JsonObject
        {
            ["key"] = line.Key,
            ["kind"] = line.IsDimension ? "dimension" : "question",
            ["group"] = AudienceNames.Of(line.Audience),
            ["waves"] = List(line.Points, point => new JsonObject
            {
                ["wave"] = point.Wave,
                ["figures"] = Shown(point.Mean, figures => new { figures.Mean, MeanCi = figures.Ci }),
            }),
            ["change"] = Shown(line.Change, change => new { MeanDiff = change.Points, MeanDiffCi = change.Interval, change.P, change.Q, change.Label }),
        }),
    }.ToJsonString(Options);

    private JsonObject Groups<T>(IReadOnlyDictionary<Audience, Cell<T>> groups) where T : class =>
        ByAudience(groups, cell => Shown(cell, value => value));

    private JsonObject ByKey<T>(IReadOnlyDictionary<string, Cell<T>> cells) where T : class =>
        new(cells.Select(cell => KeyValuePair.Create(cell.Key, Shown(cell.Value, value => value))));

    private JsonObject Gaps(IReadOnlyDictionary<Pair, Cell<Gap>> gaps, Func<JsonNode?> undefined) => new(Pairs.All.Select(pair =>
        KeyValuePair.Create(pair.Key, Shown(gaps[pair], GapNode) ?? undefined())));

    // The statistics under the names of statistics.md, then what may be said of them.
    private static JsonNode? GapNode(Gap gap)
    {
        var node = (gap.Statistics is { } statistics ? Node(statistics) : Node(gap.DimensionStatistics))!.AsObject();
        node["label"] = Node(gap.Label);
        node["census"] = gap.Census;
        node["selfOther"] = Node(gap.SelfOther);
        node["quadrant"] = Node(gap.Place?.Quadrant);
        node["quadrantUncertain"] = gap.Place?.Uncertain;
        node["factorShown"] = gap.FactorShown;
        node["interval"] = Node(gap.Interval);
        node["q"] = gap.Q;
        node["answersNeeded"] = Node(gap.AnswersNeeded);
        return node;
    }

    private JsonNode? Undefined()
    {
        var nobody = new Ratings([0, 0, 0, 0, 0], 0);
        return Node(Comparisons.Of(Audience.Employee, nobody, Audience.Customer, nobody, analysis.Thresholds));
    }

    private static JsonNode? UndefinedDimension()
    {
        var nobody = new Moments(0, null, null);
        return Node(Comparisons.Of(Audience.Employee, nobody, nobody, null));
    }

    // With a minimum of 1 nothing is withheld: what is missing then is missing for want of answers, and is null.
    private JsonNode? Shown<T, TShown>(Cell<T> cell, Func<T, TShown> shown) where T : class =>
        cell.IsShown ? Node(shown(cell.Value))
        : analysis.Thresholds.ShowEverything ? null
        : new JsonObject { ["withheld"] = Node(cell.Withheld) };

    private static JsonObject ByAudience<T>(IReadOnlyDictionary<Audience, T> groups, Func<T, JsonNode?> node) =>
        new(groups.OrderBy(group => group.Key).Select(group => KeyValuePair.Create(AudienceNames.Of(group.Key), node(group.Value))));

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);

    private static JsonNode? Node<T>(T value) => value as JsonNode ?? JsonSerializer.SerializeToNode(value, Options);
}
