using System.Text.Json;
using Dapper;
using Npgsql;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Invitations;

/// <summary>Who is invited to a wave.</summary>
public sealed class InvitationStore(ClientScope clients, WaveKeyFolder keys, AddressRules rules)
{
    public const int FirstEpoch = 1;

    private const int Batch = 10_000;

    // One statement for thousands of people. Whoever comes after the opening carries no segments:
    // a late invitation with a rare combination would pick out its only answer.
    private const string AddSql = """
        insert into invitation (client_id, wave_id, invitation_id, name, email, language, audience, segments, epoch, token_hash,
                                added_after_opening, created_at)
        select @client, @wave, p.id, p.name, p.email, p.language, p.audience,
               case when w.opened_at is null
                    then array(select value from jsonb_array_elements_text(p.segments::jsonb) with ordinality order by ordinality)
                    else array_fill(null::text, array[jsonb_array_length(p.segments::jsonb)]) end,
               @epoch, p.token_hash, w.opened_at is not null, @at
        from   wave w,
               unnest(@ids, @names, @emails, @languages, @audiences, @segments, @hashes, @addresses)
                   as p (id, name, email, language, audience, segments, token_hash, address_hash)
        where  w.client_id = @client and w.wave_id = @wave and w.closed_at is null
          and  not exists (select from suppression s
                           where  s.client_id = @client and s.address_hash = p.address_hash and s.reason = 'erased')
        on conflict do nothing
        """;

    /// <summary>
    /// Invites people, all or none; how many are new. A person who is invited already, by number or by address, stays as they
    /// are; one who was deleted on request is not invited again.
    /// </summary>
    /// <exception cref="InvalidOperationException">The wave has no key: it is closed.</exception>
    public Task<int> Add(Guid client, Guid wave, IReadOnlyCollection<NewInvitation> people, DateTimeOffset at, Actor by = default, CancellationToken cancellation = default)
    {
        var waveKeys = keys.Find(wave) ?? throw new InvalidOperationException("A closed wave invites nobody.");
        return clients.Run(client, async db =>
        {
            await db.ShareLock(wave);
            var added = 0;
            foreach (var batch in people.Chunk(Batch))
            {
                added += await db.ExecuteAsync(AddSql, new
                {
                    client,
                    wave,
                    at,
                    epoch = FirstEpoch,
                    ids = batch.Select(person => person.Invitation).ToArray(),
                    names = batch.Select(person => person.Name).ToArray(),
                    emails = batch.Select(person => person.Email).ToArray(),
                    languages = batch.Select(person => person.Language).ToArray(),
                    audiences = batch.Select(person => (short)person.Audience).ToArray(),
                    segments = batch.Select(person => JsonSerializer.Serialize(person.Segments)).ToArray(),
                    hashes = batch.Select(person => waveKeys.Link(person.Invitation, FirstEpoch).Hash).ToArray(),
                    addresses = batch.Select(person => person.Email is null ? null : rules.HashOf(person.Email)).ToArray(),
                });
            }

            await Audit(db, client, wave, added, at, by);
            return added;
        }, cancellation);
    }

    /// <summary>Writes down that people were added, and by whom: how many, and never who.</summary>
    internal static Task Audit(NpgsqlConnection db, Guid client, Guid wave, int people, DateTimeOffset at, Actor by) =>
        people == 0 ? Task.CompletedTask : new AuditLine(client, by, "people added", at) { Subject = new { wave, people } }.Append(db);

    private const string IsErasedSql =
        "select exists (select from suppression where client_id = @client and address_hash = @hash and reason = 'erased')";

    /// <summary>Whether the person behind an address was deleted on request, and so cannot be invited.</summary>
    public Task<bool> IsErased(Guid client, string email, CancellationToken cancellation = default) =>
        clients.Run(client, db => db.ExecuteScalarAsync<bool>(IsErasedSql, new { client, hash = rules.HashOf(email) }), cancellation);
}
