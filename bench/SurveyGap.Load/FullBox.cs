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

    private const string PutSql = """
        insert into ballot (client_id, wave_id, answer_key, sealed)
        select @Client, @Wave, b.place, b.sealed from unnest(@places, @ballots) as b (place, sealed)
        """;

    public static Task Fill(Crowd crowd, int ballots)
    {
        var (keys, slots) = (crowd.Keys, SlotMap.Of(crowd.Questionnaire));
        return Parallel.ForEachAsync(Enumerable.Range(0, ballots).Chunk(AtOnce), async (some, cancellation) =>
        {
            var random = new Random(some[0]);
            var put = Array.ConvertAll(some, _ => SealedBallot.Of(Ballot(random), crowd.Wave, keys, RandomNumberGenerator.GetBytes(32)));
            await crowd.Service<ClientScope>().Run(crowd.Client, db => db.ExecuteAsync(PutSql, new
            {
                crowd.Client,
                crowd.Wave,
                places = Array.ConvertAll(put, ballot => ballot.AnswerKey),
                ballots = Array.ConvertAll(put, ballot => ballot.Sealed),
            }), cancellation);
        });

        Ballot Ballot(Random random)
        {
            var response = Answered.ByAnybody(slots, Audience.Customer, random);
            // One in ten writes something.
            Dictionary<string, string> comments = random.Next(10) == 0
                ? new() { [crowd.Questionnaire.Dimensions[0].Key] = "Man hat mir sofort geholfen, und freundlich." }
                : [];
            return new Ballot(response.Audience, ThroughOpenLink: false, response.Segments, response.Answers, comments);
        }
    }
}
