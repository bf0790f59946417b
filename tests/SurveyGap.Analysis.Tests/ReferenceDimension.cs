using System.Text.Json.Nodes;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>A case of kind «dimension»: counted as a wave would be, and compared over persons.</summary>
internal static class ReferenceDimension
{
    public static JsonObject Compute(JsonNode input)
    {
        var questionnaire = Cast.Questionnaire((int)input["items"]!);
        var responses = input["rows"]!.AsObject().SelectMany(group => group.Value!.AsArray().Select(row => new Response(
            ReferenceKinds.AudienceOf(group.Key), [], [.. row!.AsArray().Select(rating => (byte)((int?)rating ?? 0))])));
        var counts = Counting.Of(responses, questionnaire, [], Cast.Nobody);
        return new JsonObject
        {
            ["groups"] = new JsonObject(input["rows"]!.AsObject().Select(group =>
                KeyValuePair.Create<string, JsonNode?>(group.Key, Group(counts[ReferenceKinds.AudienceOf(group.Key)])))),
            ["gaps"] = new JsonObject(Pairs.All.Select(pair =>
                KeyValuePair.Create<string, JsonNode?>(pair.Key, Gap(pair, counts[pair.From], counts[pair.To])))),
        };
    }

    private static JsonNode Group(AudienceCounts group)
    {
        var moments = Moments.Of(group.All.Dimensions[0]);
        return ReferenceKinds.Json(new
        {
            nRespondents = group.Responses,
            nScored = moments.N,
            moments.Mean,
            moments.Sd,
            meanCi = moments.MeanInterval(1, 5),
            itemTop2Shares = Top2Shares(group),
            top2Share = Top2Shares(group).Average(),
        });
    }

    private static JsonNode Gap(Pair pair, AudienceCounts first, AudienceCounts second) => ReferenceKinds.Json(Comparisons.Of(
        pair.From,
        Moments.Of(first.All.Dimensions[0]),
        Moments.Of(second.All.Dimensions[0]),
        Top2Shares(first).Average() - Top2Shares(second).Average()));

    private static IEnumerable<double?> Top2Shares(AudienceCounts group) => group.All.Slots.Select(slot => Ratings.Of(slot).Figures().Top2.Share);
}
