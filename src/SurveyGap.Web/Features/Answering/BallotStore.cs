using Dapper;
using Npgsql;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Answering;

/// <summary>The ballot box of open waves.</summary>
public sealed class BallotStore(ClientScope clients)
{
    private static readonly string SubmitSql = IntoBox("""
        select from wave
        where  client_id = @client and wave_id = @wave and opened_at is not null and closed_at is null
        """);

    /// <summary>
    /// Puts a ballot into the box, once: a second submit, a double click, five tabs and a retry after a lost reply end in one row.
    /// Nothing else is written, or what is written together could be joined again.
    /// </summary>
    public async Task<Submission> Submit(Guid client, Guid wave, SealedBallot ballot, CancellationToken cancellation = default) =>
        (Submission)await clients.AskSharing<int>(SubmitSql, new { client, wave, locked = wave, ballot.AnswerKey, ballot.Sealed }, cancellation);

    private static readonly string SubmitAsInvitedSql = IntoBox("""
        select from wave w join invitation i using (client_id, wave_id)
        where  w.client_id = @client and w.wave_id = @wave and w.xmin = (@waveVersion::text)::xid
        and    i.invitation_id = @invitation and i.xmin = (@linkVersion::text)::xid
        """);

    private static readonly string SubmitThroughOpenLinkSql = IntoBox("""
        select from wave w join open_link o using (client_id, wave_id)
        where  w.client_id = @client and w.wave_id = @wave and w.xmin = (@waveVersion::text)::xid
        and    o.code = @code and o.xmin = (@linkVersion::text)::xid
        """);

    /// <summary>The same for an open visit that is remembered: true once the ballot lies there; false, and nothing is done, if wave or link changed since.</summary>
    public async Task<bool> SubmitAsSeen(Visit visit, SealedBallot ballot)
    {
        var (client, wave, (waveVersion, linkVersion)) = (visit.Survey.Client, visit.Survey.Wave, visit.Seen);
        var (invitation, code) = (visit.Device.Invitation, visit.Device.Link);
        var outcome = visit.Device.Kind is LinkKind.Open
            ? await clients.AskSharing<int>(SubmitThroughOpenLinkSql, new { client, wave, locked = wave, waveVersion, linkVersion, code, ballot.AnswerKey, ballot.Sealed })
            : await clients.AskSharing<int>(SubmitAsInvitedSql, new { client, wave, locked = wave, waveVersion, linkVersion, invitation, ballot.AnswerKey, ballot.Sealed });
        return (Submission)outcome is not Submission.WaveClosed;
    }

    // One statement decides all three outcomes, so that none is guessed from a row count.
    private static string IntoBox(string box) => $"""
        with box as (
            {box}
        ), placed as (
            insert into ballot (client_id, wave_id, answer_key, sealed)
            select @client, @wave, @answerKey, @sealed from box
            on conflict do nothing
            returning 1
        )
        select case
            when not exists (select from box)    then 2
            when not exists (select from placed) then 1
            else 0
        end
        """;

    private const string HoldsSql =
        "select exists (select from ballot where client_id = @client and wave_id = @wave and answer_key = @answerKey)";

    /// <summary>Whether this person's ballot lies in the box.</summary>
    public Task<bool> Holds(Guid client, Guid wave, byte[] answerKey, CancellationToken cancellation) =>
        clients.Run(client, db => db.ExecuteScalarAsync<bool>(HoldsSql, new { client, wave, answerKey }), cancellation);

    private const string WithdrawSql = "delete from ballot where client_id = @client and wave_id = @wave and answer_key = @answerKey";

    /// <summary>Takes a ballot out of the box, as long as it is not opened.</summary>
    public Task Withdraw(Guid client, Guid wave, byte[] answerKey, CancellationToken cancellation) =>
        clients.Run(client, async (NpgsqlConnection db) =>
        {
            await db.WaitBriefly();
            await db.ShareLock(wave);
            await Withdraw(db, client, wave, answerKey);
        }, cancellation);

    /// <summary>The same as a part of a transaction that has the wave's lock; nobody hears whether there was one.</summary>
    internal static Task Withdraw(NpgsqlConnection db, Guid client, Guid wave, byte[] answerKey) =>
        db.ExecuteAsync(WithdrawSql, new { client, wave, answerKey });
}

/// <summary>How a submit ended. The numbers are those of the statement above.</summary>
public enum Submission
{
    Accepted = 0,
    AlreadyReceived = 1,
    WaveClosed = 2,
}
