using System.Text;
using Dapper;
using Npgsql;
using SurveyGap.Analysis.Counts;

namespace SurveyGap.Web.Features.Closing;

/// <summary>Writes what is left of the ballots: no key, no time, and no order but the shuffled one.</summary>
internal static class OutcomeStore
{
    private const int Batch = 10_000;

    // A large wave takes as long as it takes; cut off halfway it would never close.
    public const int NoTimeout = 0;

    public static async Task Write(NpgsqlConnection db, ClosingOrder order, Outcome outcome, Action<ClosingProgress> tell)
    {
        await WriteResponses(db, order, outcome, tell);
        await WriteComments(db, order, outcome);
        await WriteRelease(db, order, outcome.Counts);
    }

    private const string ResponsesSql = """
        insert into response (client_id, wave_id, ordinal, audience, segments, answers)
        select @client, @wave, r.ordinal, r.audience, r.segments::text[], r.answers
        from   unnest(@ordinals, @audiences, @segments, @answers) as r (ordinal, audience, segments, answers)
        """;

    private static async Task WriteResponses(NpgsqlConnection db, ClosingOrder order, Outcome outcome, Action<ClosingProgress> tell)
    {
        var literals = new ArrayLiterals();
        foreach (var batch in outcome.Responses.Index().Chunk(Batch))
        {
            tell(new ClosingProgress(ClosingStage.Writing, batch[0].Index, outcome.Responses.Count));
            await db.ExecuteAsync(ResponsesSql, new
            {
                order.Client,
                order.Wave,
                ordinals = batch.Select(each => each.Index).ToArray(),
                audiences = batch.Select(each => (short)each.Item.Audience).ToArray(),
                segments = batch.Select(each => literals.Of(each.Item.Segments)).ToArray(),
                answers = batch.Select(each => each.Item.Answers).ToArray(),
            }, commandTimeout: NoTimeout);
        }
    }

    private const string CommentsSql = """
        insert into comment (client_id, wave_id, ordinal, audience, question_key, text)
        select @client, @wave, c.ordinal, c.audience, c.dimension, c.text
        from   unnest(@ordinals, @audiences, @dimensions, @texts) as c (ordinal, audience, dimension, text)
        """;

    private static async Task WriteComments(NpgsqlConnection db, ClosingOrder order, Outcome outcome)
    {
        foreach (var batch in outcome.Comments.Index().Chunk(Batch))
        {
            await db.ExecuteAsync(CommentsSql, new
            {
                order.Client,
                order.Wave,
                ordinals = batch.Select(each => each.Index).ToArray(),
                audiences = batch.Select(each => (short)each.Item.Audience).ToArray(),
                dimensions = batch.Select(each => each.Item.Dimension).ToArray(),
                texts = batch.Select(each => each.Item.Text).ToArray(),
            }, commandTimeout: NoTimeout);
        }
    }

    private const string ReleaseSql = """
        insert into release (client_id, wave_id, version, release_id, counts, created_at, created_by)
        values (@client, @wave, 1, @release, @counts::jsonb, @at, @account)
        """;

    private static async Task WriteRelease(NpgsqlConnection db, ClosingOrder order, WaveCounts counts) =>
        await db.ExecuteAsync(ReleaseSql, new
        {
            order.Client,
            order.Wave,
            order.At,
            order.By.Account,
            release = Guid.NewGuid(),
            counts = Encoding.UTF8.GetString(CountsJson.Write(counts)),
        }, commandTimeout: NoTimeout);
}
