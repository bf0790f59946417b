using Dapper;
using Npgsql;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>The one transaction that deletes a person at a client, in all of its waves. What stays is the keyed hash of the address.</summary>
public sealed class PersonErasureStore(ClientScope clients, WaveKeyFolder keys, TimeProvider clock)
{
    private const string MissingSql = """
        select e.hash
        from   unnest(@hashes) as e (hash)
        where  exists (select from client where client_id = @client)
          and  not exists (select from suppression s where s.client_id = @client and s.address_hash = e.hash and s.reason = 'erased')
        """;

    /// <summary>Which of these addresses the client's database does not know to be deleted.</summary>
    public Task<IReadOnlyList<byte[]>> Missing(Guid client, byte[][] hashes, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<byte[]>>(client, async db => [.. await db.QueryAsync<byte[]>(MissingSql, new { client, hashes })], cancellation);

    private const string UnclosedSql = "select wave_id from wave where client_id = @client and closed_at is null order by wave_id";

    /// <summary>Wholly or not at all. Whoever brings people in meanwhile comes before it, or finds the address suppressed.</summary>
    /// <returns>The mails, for whoever deletes their files.</returns>
    public Task<IReadOnlyList<Guid>> Erase(PersonToErase person, Guid? by, CancellationToken cancellation) => clients.Run<IReadOnlyList<Guid>>(person.Client, async db =>
    {
        var (client, hash) = (person.Client, person.AddressHash);
        await db.OwnLock(new Guid(hash.AsSpan(0, 16)));
        foreach (var wave in await db.QueryAsync<Guid>(UnclosedSql, new { client }))
            await db.OwnLock(wave);

        await WithdrawBallots(db, person);
        var mails = (await db.QueryAsync<Guid>(MailsSql, new { client, hash, person.Spellings })).ToList();
        await db.ExecuteAsync(ImportsSql, new { client, person.Imports });
        var waves = await db.ExecuteScalarAsync<long>(EraseSql, new { client, person.Spellings });
        if (await db.ExecuteAsync(SuppressSql, new { client, hash, id = Guid.NewGuid(), now = clock.GetUtcNow() }) > 0 || waves > 0 || mails.Count > 0)
            await new AuditLine(client, by, "person deleted", clock.GetUtcNow()) { Subject = new { waves } }.Append(db);
        return mails;
    }, cancellation);

    private const string OpenSql = """
        select i.wave_id, i.invitation_id
        from   invitation i
        join   wave w using (client_id, wave_id)
        where  i.client_id = @client and lower(i.email) = any (@Spellings) and w.opened_at is not null and w.closed_at is null
        """;

    // Where it would lie follows from the wave's key. Without the key it is noise, to us as to everybody.
    private async Task WithdrawBallots(NpgsqlConnection db, PersonToErase person)
    {
        foreach (var (wave, invitation) in await db.QueryAsync<(Guid, Guid)>(OpenSql, new { client = person.Client, person.Spellings }))
        {
            if (keys.Find(wave) is { } waveKeys)
                await BallotStore.Withdraw(db, person.Client, wave, waveKeys.AnswerKey(invitation));
        }
    }

    private const string MailsSql = """
        delete from outbox o
        where  o.client_id = @client
          and  (o.address_hash = @hash or exists (
                   select from invitation i
                   where  i.client_id = @client and i.wave_id = o.wave_id and i.invitation_id = o.invitation_id and lower(i.email) = any (@Spellings)))
        returning o.mail_id
        """;

    private const string ImportsSql = "delete from people_import where client_id = @client and import_id = any (@Imports)";

    // While a wave is open, those who were deleted are not among the invited either: they cannot answer. A closed wave's numbers stand.
    private const string EraseSql = """
        with gone as (
            delete from invitation i
            where  i.client_id = @client and lower(i.email) = any (@Spellings)
            returning i.wave_id, i.audience, i.added_after_opening, i.revoked_at
        ), counted as (
            select w.wave_id, count(*) filter (where g.audience = 1)::int as executives, count(*) filter (where g.audience = 2)::int as employees,
                   count(*) filter (where g.audience = 3)::int as customers
            from   gone g
            join   wave w on w.client_id = @client and w.wave_id = g.wave_id
            where  w.opened_at is not null and w.closed_at is null
              and  not g.added_after_opening and (g.revoked_at is null or g.revoked_at >= w.opened_at)
            group  by w.wave_id
        ), corrected as (
            update wave w
            set    invited_executive = greatest(0, w.invited_executive - c.executives),
                   invited_employee  = greatest(0, w.invited_employee - c.employees),
                   invited_customer  = greatest(0, w.invited_customer - c.customers)
            from   counted c
            where  w.client_id = @client and w.wave_id = c.wave_id
        )
        select count(distinct wave_id) from gone
        """;

    // The reason takes the place of whichever it was.
    private const string SuppressSql = """
        delete from suppression where client_id = @client and address_hash = @hash and reason <> 'erased';
        insert into suppression (client_id, suppression_id, address_hash, reason, created_at)
        select @client, @id, @hash, 'erased', @now
        where  exists (select from client where client_id = @client)
        on conflict do nothing
        """;
}

/// <summary>Whom to delete, and where they stand.</summary>
/// <param name="AddressHash">The address as the suppression list knows it.</param>
/// <param name="Spellings">As it is written in the client's rows, in small letters.</param>
/// <param name="Imports">Files that it stands in.</param>
public sealed record PersonToErase(Guid Client, byte[] AddressHash, string[] Spellings, Guid[] Imports);
