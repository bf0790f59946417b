using Dapper;
using Npgsql;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Answering;

/// <summary>Questionnaires half filled in. Drafts are not ballots: they never become one, and go when the wave closes.</summary>
public sealed class DraftStore(ClientScope clients)
{
    private const string FindSql = "select sealed from draft where client_id = @client and wave_id = @wave and draft_key = @place";

    // Once the wave is closed nothing is kept any more: closing has deleted the drafts, and nobody would delete a later one.
    private const string SaveSql = """
        insert into draft (client_id, wave_id, draft_key, sealed)
        select client_id, wave_id, @place, @closed
        from   wave
        where  client_id = @client and wave_id = @wave and opened_at is not null and closed_at is null
        on conflict (client_id, wave_id, draft_key) do update set sealed = excluded.sealed
        """;

    /// <summary>Changes the draft, if there is one, or begins it. Two tabs take turns, so that neither undoes the other's page.</summary>
    public Task Change(Visit visit, Func<Draft?, Draft> change, CancellationToken cancellation)
    {
        var (client, wave, key) = Place(visit);
        return clients.Run(client, async (NpgsqlConnection db) =>
        {
            await db.WaitBriefly();
            await db.ShareLock(wave);
            await db.OwnLock(new Guid(key.Place.AsSpan(0, 16)));
            var before = await db.ExecuteScalarAsync<byte[]?>(FindSql, new { client, wave, key.Place });
            var after = change(before is null ? null : key.Open(before));
            await db.ExecuteAsync(SaveSql, new { client, wave, key.Place, closed = key.Close(after) });
        }, cancellation);
    }

    private const string DeleteSql = "delete from draft where client_id = @client and wave_id = @wave and draft_key = @place";

    public Task Delete(Visit visit, CancellationToken cancellation)
    {
        var (client, wave, key) = Place(visit);
        return clients.Run(client, async (NpgsqlConnection db) =>
        {
            await db.WaitBriefly();
            await db.ExecuteAsync(DeleteSql, new { client, wave, key.Place });
        }, cancellation);
    }

    private static (Guid Client, Guid Wave, DraftKey Key) Place(Visit visit) =>
        (visit.Survey.Client, visit.Survey.Wave, new DraftKey(visit.Device.Secret, visit.Survey.Wave));
}
