using System.Buffers.Text;
using System.Security.Cryptography;
using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Invitations;

/// <summary>Links that anybody may open who sees them: on a shop floor, at a counter, on a receipt.</summary>
public sealed class OpenLinkStore(ClientScope clients)
{
    private const string FindSql = """
        select code
        from   open_link
        where  client_id = @client and wave_id = @wave and audience = @audience and revoked_at is null
        order  by created_at, code
        limit  1
        """;

    /// <summary>The open link of an audience; null if there is none.</summary>
    public Task<string?> Find(Guid client, Guid wave, Audience audience, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<string?>(FindSql, new { client, wave, audience = (short)audience }), cancellation);

    private const string OfWaveSql = """
        select w.name, s.name as study, w.opened_at, w.closed_at,
               (select code from open_link o where o.client_id = w.client_id and o.wave_id = w.wave_id and o.audience = 1 and o.revoked_at is null limit 1) as executive,
               (select code from open_link o where o.client_id = w.client_id and o.wave_id = w.wave_id and o.audience = 2 and o.revoked_at is null limit 1) as employee,
               (select code from open_link o where o.client_id = w.client_id and o.wave_id = w.wave_id and o.audience = 3 and o.revoked_at is null limit 1) as customer
        from   wave w
        join   study s using (client_id, study_id)
        where  w.client_id = @client and w.wave_id = @wave
        """;

    /// <summary>The open links of a wave; null if it is not this client's.</summary>
    public Task<OpenLinks?> OfWave(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<OpenLinks>(OfWaveSql, new { client, wave }), cancellation);

    private const string AddSql = """
        insert into open_link (client_id, wave_id, audience, code, created_at)
        select client_id, wave_id, @audience, @code, @at
        from   wave
        where  client_id = @client and wave_id = @wave and closed_at is null
        """;

    /// <summary>The open link of an audience, made now if there is none; null if the wave is closed or not this client's.</summary>
    public Task<string?> Ensure(Guid client, Guid wave, Audience audience, DateTimeOffset at, CancellationToken cancellation = default) => clients.Run(client, async db =>
    {
        await db.OwnLock(wave);
        if (await Existing() is { } known)
            return known;

        // Printed and typed now and then, and no secret: who reads the wall knows it. Guessing it would fill the box all the same.
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
        await db.ExecuteAsync(AddSql, new { client, wave, audience = (short)audience, code, at });
        return await Existing();

        Task<string?> Existing() => db.QuerySingleOrDefaultAsync<string?>(FindSql, new { client, wave, audience = (short)audience });
    }, cancellation);

    private const string RevokeSql = """
        update open_link
        set    revoked_at = @at
        where  client_id = @client and wave_id = @wave and audience = @audience and revoked_at is null
        """;

    /// <summary>From now on the posters of this audience lead nowhere.</summary>
    public Task Revoke(Guid client, Guid wave, Audience audience, DateTimeOffset at, CancellationToken cancellation = default) =>
        clients.Run(client, db => db.ExecuteAsync(RevokeSql, new { client, wave, audience = (short)audience, at }), cancellation);
}

/// <summary>What hangs on the walls of a wave.</summary>
public sealed record OpenLinks
{
    public required string Name { get; init; }

    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    public required DateTimeOffset? OpenedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required string? Executive { get; init; }

    public required string? Employee { get; init; }

    public required string? Customer { get; init; }

    public WaveState State => ClosedAt is not null ? WaveState.Closed : OpenedAt is not null ? WaveState.Open : WaveState.Draft;

    public string? this[Audience audience] => audience switch
    {
        Audience.Executive => Executive,
        Audience.Employee => Employee,
        _ => Customer,
    };
}
