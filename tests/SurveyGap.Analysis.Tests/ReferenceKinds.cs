using System.Text.Json;
using System.Text.Json.Nodes;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>Computes a case of each kind with the product's own functions, and writes it with the product's own names.</summary>
internal static class ReferenceKinds
{
    public static JsonNode? Compute(string kind, JsonNode @case) => kind switch
    {
        "item" => Item(@case["groups"]!),
        "proportion" => Proportion(@case["input"]!),
        "proportionDiff" => ProportionDiff(@case["input"]!),
        "ratio" => Json(Ratio(@case["input"]!)),
        "benjaminiHochberg" => Adjusted(@case["input"]!["p"]!),
        "dimension" => ReferenceDimension.Compute(@case["input"]!),
        "nps" => Json(Recommendations.Of(Longs(@case["input"]!["counts"]!))),
        "spearman" => Json(Correlated(@case["input"]!)),
        "cronbachAlpha" => Json(Alpha(@case["input"]!["rows"]!.AsArray())),
        "finitePopulation" => Json(Population(@case["input"]!)),
        "suppression" => Suppressed(@case["input"]!),
        _ => throw new NotSupportedException($"Nobody has written how to compute a case of kind «{kind}»."),
    };

    public static JsonNode Json(object figure) => JsonSerializer.SerializeToNode(figure, figure.GetType(), FigureJson.Options)!;

    public static Audience AudienceOf(string key) => Enum.Parse<Audience>(key, ignoreCase: true);

    public static long[] Longs(JsonNode numbers) => [.. numbers.AsArray().Select(number => (long)number!)];

    private static JsonObject Item(JsonNode groups)
    {
        var ratings = groups.AsObject().ToDictionary(group => AudienceOf(group.Key), group =>
        {
            var counts = Longs(group.Value!);
            return new Ratings(counts[..5], counts[5]);
        });
        return new JsonObject
        {
            ["groups"] = new JsonObject(ratings.Select(group => KeyValuePair.Create<string, JsonNode?>(
                JsonNamingPolicy.CamelCase.ConvertName(group.Key.ToString()), Json(group.Value.Figures())))),
            ["gaps"] = new JsonObject(Pairs.All.Where(pair => ratings.ContainsKey(pair.From) && ratings.ContainsKey(pair.To))
                .Select(pair => KeyValuePair.Create<string, JsonNode?>(
                    pair.Key, Json(Comparisons.Of(pair.From, ratings[pair.From], pair.To, ratings[pair.To], Thresholds.Default))))),
        };
    }

    private static JsonNode Proportion(JsonNode input) => Json(Proportions.Share((long)input["x"]!, (long)input["n"]!));

    private static JsonNode ProportionDiff(JsonNode input)
    {
        var (diff, ci) = Proportions.Difference((long)input["x1"]!, (long)input["n1"]!, (long)input["x2"]!, (long)input["n2"]!);
        return Json(new { diff, ci });
    }

    private static RatioFigures Ratio(JsonNode input) =>
        Proportions.Ratio((long)input["x1"]!, (long)input["n1"]!, (long)input["x2"]!, (long)input["n2"]!);

    private static JsonObject Adjusted(JsonNode p)
    {
        var q = BenjaminiHochberg.Adjust([.. p.AsArray().Select(value => (double?)value)]);
        return new JsonObject { ["q"] = Json(q), ["rejectedAt0.05"] = q.Count(value => value <= 0.05) };
    }

    private static Correlation Correlated(JsonNode input)
    {
        var pairs = input["x"]!.AsArray().Zip(input["y"]!.AsArray())
            .Where(pair => pair.First is not null && pair.Second is not null)
            .Select(pair => (X: (double)pair.First!, Y: (double)pair.Second!)).ToList();
        double[] xs = [.. pairs.Select(pair => pair.X).Distinct().Order()];
        double[] ys = [.. pairs.Select(pair => pair.Y).Distinct().Order()];
        return Spearman.Of([.. xs.Select(x => ys.Select(y => pairs.LongCount(pair => pair.X == x && pair.Y == y)).ToList())]);
    }

    private static Reliability Alpha(JsonArray rows)
    {
        long[][] complete = [.. rows.Where(row => row!.AsArray().All(value => value is not null)).Select(row => Longs(row!))];
        var items = rows[0]!.AsArray().Count;
        return CronbachAlpha.Of(new CompleteRows(
            complete.Length,
            [.. Enumerable.Range(0, items).Select(item => complete.Sum(row => row[item]))],
            [.. Enumerable.Range(0, items).Select(item => complete.Sum(row => row[item] * row[item]))],
            complete.Sum(row => row.Sum()),
            complete.Sum(row => row.Sum() * row.Sum())));
    }

    private static FinitePopulation Population(JsonNode input) =>
        FinitePopulation.Of(new Ratings(Longs(input["counts"]!)[..5], 0), (long)input["N"]!);

    private static JsonObject Suppressed(JsonNode input)
    {
        var k = (int)input["k"]!;
        Part[] parts = [.. input["segments"]!.AsArray().Select(part => new Part((string?)part!["name"], (long)part["n"]!))];
        var states = RemainderRule.Of(parts, k);
        var total = parts.Sum(part => part.N);
        return new JsonObject
        {
            ["total"] = total,
            ["totalShown"] = total >= k,
            ["shown"] = new JsonObject(parts.Zip(states, (part, state) => KeyValuePair.Create<string, JsonNode?>(part.Name!, Json(state)))),
        };
    }
}
