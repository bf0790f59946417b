using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// Notes who has answered, so that reminders go to the others. Never a single person: a flag that appears alone, beside a ballot
/// that appears alone, says whose it is.
/// </summary>
public sealed class AnsweredFlagStore(ClientScope clients, WorkerScope worker, WaveKeyFolder keys)
{
    /// <summary>The fewest people of an audience that are flagged together.</summary>
    public const int AtOnce = 5;

    private const string OpenWavesSql = "select client_id as client, wave_id as wave from open_waves()";

    public Task<IReadOnlyList<OpenWave>> OpenWaves(CancellationToken cancellation) =>
        worker.Run<IReadOnlyList<OpenWave>>(async db => [.. await db.QueryAsync<OpenWave>(OpenWavesSql)], cancellation);

    private const string UnflaggedSql = """
        select invitation_id as invitation, audience
        from   invitation
        where  client_id = @client and wave_id = @wave and not answered
        """;

    private const string PlacesSql = "select answer_key from ballot where client_id = @client and wave_id = @wave";

    private const string FlagSql = """
        update invitation
        set    answered = true
        where  client_id = @client and wave_id = @wave and invitation_id = any (@answered)
        """;

    /// <summary>Flags who has answered since, in every audience where it is enough people.</summary>
    public Task Flag(OpenWave open, CancellationToken cancellation)
    {
        var (client, wave) = (open.Client, open.Wave);
        if (keys.Find(wave) is not { } waveKeys)
            return Task.CompletedTask;

        return clients.Run(client, async db =>
        {
            // Closing takes the flags away, and two instances at once would each flag a part.
            await db.ShareLock(wave);
            await db.OwnLock(LockOf(wave));
            var unflagged = await db.QueryAsync<Unflagged>(UnflaggedSql, new { client, wave });
            var places = (await db.QueryAsync<byte[]>(PlacesSql, new { client, wave })).Select(Convert.ToHexString).ToHashSet();
            var answered = unflagged
                .Where(person => places.Contains(Convert.ToHexString(waveKeys.AnswerKey(person.Invitation))))
                .GroupBy(person => person.Audience)
                .Where(group => group.Count() >= AtOnce)
                .SelectMany(group => group.Select(person => person.Invitation));
            await db.ExecuteAsync(FlagSql, new { client, wave, answered = answered.ToArray() });
        }, cancellation);
    }

    // A lock of its own: the wave's own one would keep people from submitting.
    private static Guid LockOf(Guid wave)
    {
        var bytes = wave.ToByteArray();
        bytes[^1] ^= 0xFF;
        return new Guid(bytes);
    }

    private sealed record Unflagged
    {
        public required Guid Invitation { get; init; }

        public required Audience Audience { get; init; }
    }
}

/// <summary>A wave that runs, and whose it is.</summary>
public sealed record OpenWave
{
    public required Guid Client { get; init; }

    public required Guid Wave { get; init; }
}
