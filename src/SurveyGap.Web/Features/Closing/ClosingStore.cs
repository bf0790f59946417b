using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;
using SurveyGap.Analysis;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Closing;

/// <summary>The one transaction that empties a ballot box.</summary>
public sealed class ClosingStore(ClientScope clients, Retention retention)
{
    /// <summary>
    /// Closes a wave: reads all ballots, writes what <paramref name="empty"/> makes of them, and deletes whatever could tell
    /// whose they were. Wholly or not at all; nobody submits, opens or closes meanwhile.
    /// </summary>
    /// <param name="tell">Hears how far it is.</param>
    public Task<Closure> Close(
        ClosingOrder order, Func<ClosingWave, IAsyncEnumerable<SealedBallot>, Task<Outcome>> empty, Action<ClosingProgress> tell, CancellationToken cancellation) =>
        clients.Run(order.Client, async db =>
        {
            var (client, wave, at) = (order.Client, order.Wave, order.At);
            await db.OwnLock(wave);
            var row = await db.QuerySingleOrDefaultAsync<WaveRow>(WaveSql, new { client, wave });
            if (row?.OpenedAt is null)
                return Closure.NotOpen;
            if (row.ClosedAt is not null)
                return Closure.AlreadyClosed;

            var outcome = await empty(row.ToWave(wave), Ballots(db, client, wave, tell, cancellation));
            await OutcomeStore.Write(db, order, outcome, tell);
            tell(new ClosingProgress(ClosingStage.Forgetting, 0, 0));
            await db.ExecuteAsync(ForgetSql, new { client, wave }, commandTimeout: OutcomeStore.NoTimeout);
            await db.ExecuteAsync(CloseSql, new { client, wave, at, keep = at.AddDays(retention.ResponseDays) });
            var audit = new AuditLine(client, order.By, "wave closing", at) { Subject = new { wave, responses = outcome.Responses.Count, outcome.Unreadable } };
            await audit.Append(db);
            return Closure.Closed;
        }, cancellation);

    private const string IsClosedSql = "select closed_at is not null from wave where client_id = @client and wave_id = @wave";

    /// <summary>Whether the wave is closed; null where this client has no such wave.</summary>
    public Task<bool?> IsClosed(Guid client, Guid wave) =>
        clients.Run(client, db => db.ExecuteScalarAsync<bool?>(IsClosedSql, new { client, wave }));

    private const string WaveSql = """
        select w.opened_at, w.closed_at, w.questionnaire, w.minimum, w.executive_minimum, w.customer_minimum, w.customer_minimum_reason,
               array(select key from segment s
                     where s.client_id = w.client_id and s.wave_id = w.wave_id
                     order by position) as attributes,
               array(select count(i.invitation_id) from generate_series(1, 3) a(audience)
                     left join invitation i on i.client_id = w.client_id and i.wave_id = w.wave_id
                                           and i.audience = a.audience and i.revoked_at is null
                     group by a.audience order by a.audience) as invited,
               array(select exists (select from open_link o
                                    where o.client_id = w.client_id and o.wave_id = w.wave_id and o.audience = a.audience)
                     from generate_series(1, 3) a(audience) order by a.audience) as opt_in,
               array[coalesce(w.reach_executive, 0), coalesce(w.reach_employee, 0), coalesce(w.reach_customer, 0)] as reach
        from   wave w
        where  w.client_id = @client and w.wave_id = @wave
        """;

    // COPY takes no parameters: the wave comes in by a setting of this transaction, as the client does.
    private const string NameWaveSql = "select set_config('app.wave', @wave::text, true)";

    private const string BallotsSql = """
        copy (select answer_key, sealed from ballot
              where client_id = current_setting('app.client')::uuid and wave_id = current_setting('app.wave')::uuid)
        to stdout (format binary)
        """;

    // Npgsql counts from one read to the next; here zero would be at once.
    private static readonly TimeSpan BetweenBallots = TimeSpan.FromHours(1);

    private const string HowManySql = "select count(*) from ballot where client_id = @client and wave_id = @wave";

    private const int BetweenTelling = 1000;

    private static async IAsyncEnumerable<SealedBallot> Ballots(
        NpgsqlConnection db, Guid client, Guid wave, Action<ClosingProgress> tell, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var all = await db.ExecuteScalarAsync<long>(HowManySql, new { client, wave }, commandTimeout: OutcomeStore.NoTimeout);
        await db.ExecuteAsync(NameWaveSql, new { wave });
        await using var rows = await db.BeginBinaryExportAsync(BallotsSql, cancellation);
        rows.Timeout = BetweenBallots;
        for (var read = 0L; await rows.StartRowAsync(cancellation) >= 0; read++)
        {
            if (read % BetweenTelling == 0)
                tell(new ClosingProgress(ClosingStage.Opening, read, all));
            yield return new SealedBallot(await rows.ReadAsync<byte[]>(cancellation), await rows.ReadAsync<byte[]>(cancellation));
        }
    }

    // Reminders went to those who had not answered: their list tells who had.
    private const string ForgetSql = """
        delete from ballot where client_id = @client and wave_id = @wave;
        delete from draft  where client_id = @client and wave_id = @wave;
        update invitation set answered = false where client_id = @client and wave_id = @wave and answered;
        update outbox
        set    invitation_id = null, address_hash = null,
               state = case when state in ('queued', 'paused') then 'cancelled' else state end
        where  client_id = @client and wave_id = @wave and kind in ('reminder', 'last-reminder')
        """;

    private const string CloseSql = """
        update wave
        set    closed_at = @at, keep_responses_until = @keep
        where  client_id = @client and wave_id = @wave
        """;

    private sealed record WaveRow
    {
        public required DateTimeOffset? OpenedAt { get; init; }
        public required DateTimeOffset? ClosedAt { get; init; }
        public required string? Questionnaire { get; init; }
        public required int Minimum { get; init; }
        public required int ExecutiveMinimum { get; init; }
        public required int CustomerMinimum { get; init; }
        public required string? CustomerMinimumReason { get; init; }
        public required string[] Attributes { get; init; }
        public required long[] Invited { get; init; }
        public required bool[] OptIn { get; init; }
        public required int[] Reach { get; init; }

        public ClosingWave ToWave(Guid wave) => new(
            wave,
            FrozenQuestionnaires.Read(wave, Questionnaire!),
            Attributes,
            Thresholds.Default with
            {
                Minimum = Minimum,
                ExecutiveMinimum = ExecutiveMinimum,
                ExecutiveQuestionMinimum = Math.Max(ExecutiveMinimum, Thresholds.Default.ExecutiveQuestionMinimum),
                CustomerMinimum = CustomerMinimum == Minimum ? null : CustomerMinimum,
                CustomerReason = CustomerMinimumReason,
            },
            Enum.GetValues<Audience>().ToDictionary(audience => audience, ParticipationOf));

        // Where nobody has said how many could have read a poster, there is no rate.
        private Participation ParticipationOf(Audience audience)
        {
            var optIn = OptIn[(int)audience - 1];
            var couldAnswer = Invited[(int)audience - 1] + (optIn ? Reach[(int)audience - 1] : 0);
            return new Participation(couldAnswer == 0 && optIn ? null : couldAnswer, optIn);
        }
    }
}
