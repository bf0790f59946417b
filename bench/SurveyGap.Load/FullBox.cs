using System.Security.Cryptography;
using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Load;

/// <summary>Puts any number of sealed ballots into an open wave's box, past the forms.</summary>
internal static class FullBox
{
    private const int AtOnce = 1000;

    private static readonly string[] Channels = ["Filiale", "Telefon", "Mail", "App", "Web"];
    private static readonly string[] Languages = ["de", "fr", "it"];

    private const string PutSql = """
        insert into ballot (client_id, wave_id, answer_key, sealed)
        select @Client, @Wave, b.place, b.sealed from unnest(@places, @ballots) as b (place, sealed)
        """;

    public static async Task Fill(Crowd crowd, int ballots)
    {
        var (keys, slots, random) = (crowd.Keys, SlotMap.Of(crowd.Questionnaire), new Random(7));
        foreach (var some in Enumerable.Range(0, ballots).Chunk(AtOnce))
        {
            var put = some.Select(_ => SealedBallot.Of(Ballot(), crowd.Wave, keys, RandomNumberGenerator.GetBytes(32))).ToList();
            await crowd.Service<ClientScope>().Run(crowd.Client, db => db.ExecuteAsync(PutSql, new
            {
                crowd.Client,
                crowd.Wave,
                places = put.Select(ballot => ballot.AnswerKey).ToArray(),
                ballots = put.Select(ballot => ballot.Sealed).ToArray(),
            }));
        }

        Ballot Ballot() => new(
            Audience.Customer,
            ThroughOpenLink: false,
            [Languages[random.Next(Languages.Length)], Channels[random.Next(Channels.Length)]],
            [.. slots.Slots.Select(slot => AnswerTo(slot.Question.Scale))],
            // One in ten writes something.
            random.Next(10) == 0 ? new Dictionary<string, string> { [crowd.Questionnaire.Dimensions[0].Key] = "Man hat mir sofort geholfen, und freundlich." } : new Dictionary<string, string>());

        byte AnswerTo(Scale scale) => scale switch
        {
            Scale.Quality5 => Answer.Rating(random.Next(1, 6)),
            Scale.Recommend11 => Answer.Recommend(random.Next(11)),
            Scale.Percent => Answer.Percent(random.Next(101)),
            _ => random.Next(3) == 0 ? Answer.Picked : Answer.NotPicked,
        };
    }
}
