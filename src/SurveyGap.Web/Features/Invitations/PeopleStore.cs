using Dapper;
using Npgsql;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Invitations;

/// <summary>The people of a wave on the screen: by name, and never with whether they have answered.</summary>
public sealed class PeopleStore(ClientScope clients)
{
    private const string CountSql = """
        select count(*)
        from   invitation
        where  client_id = @client and wave_id = @wave
          and  (@pattern = '%%' or name ilike @pattern or email ilike @pattern)
        """;

    /// <summary>How many people are found.</summary>
    public Task<long> Count(Guid client, Guid wave, string search, CancellationToken cancellation) =>
        clients.Run(client, db => db.ExecuteScalarAsync<long>(CountSql, new { client, wave, pattern = Pattern(search) }), cancellation);

    private const string SelectSql = """
        select invitation_id, name, email, language, audience, segments, added_after_opening, bounced,
               unsubscribed_at is not null as is_unsubscribed, revoked_at is not null as is_revoked
        from   invitation
        where  client_id = @client and wave_id = @wave
        """;

    private const string PageSql = $"""
        {SelectSql}
          and  (@pattern = '%%' or name ilike @pattern or email ilike @pattern)
        order  by lower(coalesce(name, email)), invitation_id
        limit  @size offset @skip
        """;

    /// <summary>One page of them, by name.</summary>
    public Task<IReadOnlyList<InvitedPerson>> Page(Guid client, Guid wave, string search, int size, int skip, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<InvitedPerson>>(client, async db =>
            [.. await db.QueryAsync<InvitedPerson>(PageSql, new { client, wave, pattern = Pattern(search), size, skip })], cancellation);

    private const string AfterSql = $"""
        {SelectSql} and invitation_id > @last
        order  by invitation_id
        limit  @most
        """;

    /// <summary>People in the order of their numbers, from behind one of them on: for whoever reads all, page by page.</summary>
    public Task<IReadOnlyList<InvitedPerson>> After(Guid client, Guid wave, Guid last, int most, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<InvitedPerson>>(client, async db =>
            [.. await db.QueryAsync<InvitedPerson>(AfterSql, new { client, wave, last, most })], cancellation);

    private const string FindSql = $"{SelectSql} and invitation_id = @person";

    /// <summary>One person; null if this wave of the client's has no such one.</summary>
    public Task<InvitedPerson?> Find(Guid client, Guid wave, Guid person, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<InvitedPerson>(FindSql, new { client, wave, person }), cancellation);

    private const string SegmentsSql = "select key, name from segment where client_id = @client and wave_id = @wave order by position";

    /// <summary>What results can be split by, in the order of the people's values.</summary>
    public Task<IReadOnlyList<Segment>> Segments(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<Segment>>(client, async db => [.. await db.QueryAsync<Segment>(SegmentsSql, new { client, wave })], cancellation);

    private const string RareSql = """
        select coalesce(sum(people), 0)::bigint
        from   (select count(*) as people
                from   invitation i
                join   wave w using (client_id, wave_id)
                where  i.client_id = @client and i.wave_id = @wave and i.revoked_at is null and i.audience <> 1
                  and  array_length(array_remove(i.segments, null), 1) > 0
                group  by i.audience, i.segments, w.minimum, w.customer_minimum
                having count(*) < case i.audience when 3 then greatest(w.customer_minimum, 5) else w.minimum end) combination
        """;

    /// <summary>How many people share their combination of segments with too few others for it to be shown.</summary>
    public Task<long> Rare(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run(client, db => db.ExecuteScalarAsync<long>(RareSql, new { client, wave }), cancellation);

    private const string DeletedSql = "select people_deleted_at from wave where client_id = @client and wave_id = @wave";

    /// <summary>When the wave's people were deleted, because they had been kept long enough; null while they are there.</summary>
    public Task<DateTimeOffset?> Deleted(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run(client, db => db.ExecuteScalarAsync<DateTimeOffset?>(DeletedSql, new { client, wave }), cancellation);

    private const string DeleteSql = """
        delete from invitation i
        using  wave w
        where  i.client_id = @client and i.wave_id = @wave and i.invitation_id = @person
          and  w.client_id = @client and w.wave_id = @wave and w.opened_at is null
        """;

    /// <summary>Takes somebody out of a draft; false once it is open, when a link can only be revoked.</summary>
    public Task<bool> Delete(Guid client, Guid wave, Guid person, DateTimeOffset at, Guid? account) => clients.Run(client, async db =>
    {
        await db.OwnLock(wave);
        var removed = await db.ExecuteAsync(DeleteSql, new { client, wave, person });
        await Audit(db, client, wave, removed, at, account);
        return removed == 1;
    });

    private const string RevokeSql = """
        update invitation
        set    revoked_at = @at
        where  client_id = @client and wave_id = @wave and invitation_id = @person and revoked_at is null
        """;

    /// <summary>From now on the person's link leads nowhere.</summary>
    public Task Revoke(Guid client, Guid wave, Guid person, DateTimeOffset at, Guid? account) => clients.Run(client, async db =>
    {
        if (await db.ExecuteAsync(RevokeSql, new { client, wave, person, at }) == 1)
            await new AuditLine(client, account, "invitation revoked", at) { Subject = new { wave, invitation = person } }.Append(db);
    });

    private const string RemoveSql = """
        with named as (
            select i.invitation_id, w.opened_at is null as is_draft
            from   invitation i
            join   wave w using (client_id, wave_id)
            where  i.client_id = @client and i.wave_id = @wave and i.revoked_at is null
              and  lower(i.email) in (select lower(email) from unnest(@emails) e (email))
        ), deleted as (
            delete from invitation i
            using  named n
            where  i.client_id = @client and i.wave_id = @wave and i.invitation_id = n.invitation_id and n.is_draft
        ), revoked as (
            update invitation i
            set    revoked_at = @at
            from   named n
            where  i.client_id = @client and i.wave_id = @wave and i.invitation_id = n.invitation_id and not n.is_draft
        )
        select count(*)::int from named
        """;

    /// <summary>The same for many, within a transaction: out of a draft, and in an open wave their links are revoked; how many.</summary>
    internal static async Task<int> Remove(NpgsqlConnection db, Guid client, Guid wave, string[] emails, DateTimeOffset at, Actor by)
    {
        await db.OwnLock(wave);
        var removed = await db.ExecuteScalarAsync<int>(RemoveSql, new { client, wave, emails, at });
        await Audit(db, client, wave, removed, at, by);
        return removed;
    }

    // How many, and never who.
    private static Task Audit(NpgsqlConnection db, Guid client, Guid wave, int people, DateTimeOffset at, Actor by) =>
        people == 0 ? Task.CompletedTask : new AuditLine(client, by, "people removed", at) { Subject = new { wave, people } }.Append(db);

    // What somebody searches for is no pattern: a per cent sign means itself.
    private static string Pattern(string search) =>
        $"%{search.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}

/// <summary>Somebody who is invited.</summary>
public sealed record InvitedPerson
{
    public required Guid InvitationId { get; init; }

    public required string? Name { get; init; }

    public required string? Email { get; init; }

    public required string Language { get; init; }

    public required Audience Audience { get; init; }

    public required string?[] Segments { get; init; }

    public required bool AddedAfterOpening { get; init; }

    public required bool Bounced { get; init; }

    public required bool IsUnsubscribed { get; init; }

    public required bool IsRevoked { get; init; }
}
