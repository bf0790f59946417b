using System.Security.Cryptography;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>
/// Brings thousands of people into a wave, all or none. COPY cannot write where policies guard the rows: it fills a temporary
/// table, and one statement does the rest.
/// </summary>
public sealed class PeopleCopyStore(ClientScope clients, WaveKeyFolder keys, AddressRules rules)
{
    // Often enough to be seen, seldom enough to cost nothing.
    private const int Step = 10_000;

    // A large file takes as long as it takes; cut off halfway it would never come in.
    private const int NoTimeout = 0;

    private const string CreateSql = """
        create temp table incoming (invitation_id uuid, name text, email text, language text, audience smallint, segments text[], token_hash bytea, address_hash bytea) on commit drop
        """;

    private const string CopySql = "copy incoming (invitation_id, name, email, language, audience, segments, token_hash, address_hash) from stdin (format binary)";

    // Whoever comes after the opening carries no segments. Somebody may have been deleted while the file was read.
    private const string InsertSql = """
        insert into invitation (client_id, wave_id, invitation_id, name, email, language, audience, segments, epoch, token_hash, added_after_opening, created_at)
        select @client, @wave, p.invitation_id, p.name, p.email, p.language, p.audience,
               case when w.opened_at is null then p.segments else array_fill(null::text, array[cardinality(p.segments)]) end,
               @epoch, p.token_hash, w.opened_at is not null, @at
        from   incoming p, wave w
        where  w.client_id = @client and w.wave_id = @wave and w.closed_at is null
          and  not exists (select from suppression s
                           where  s.client_id = @client and s.address_hash = p.address_hash and s.reason = 'erased')
        on conflict do nothing
        """;

    /// <summary>Adds the people; how many were new. Null if the wave invites nobody any more.</summary>
    /// <param name="progress">Is told how many are on their way.</param>
    public Task<int?> Add(NewPeople people, Func<int, Task> progress, CancellationToken cancellation) =>
        clients.Run(people.Client, db => Add(db, people, progress, cancellation), cancellation);

    /// <summary>The same within a transaction.</summary>
    internal async Task<int?> Add(NpgsqlConnection db, NewPeople people, Func<int, Task>? progress, CancellationToken cancellation)
    {
        // Alone: attributes are added to everybody's row, and the opening freezes them.
        await db.OwnLock(people.Wave);
        if (keys.Find(people.Wave) is not { } waveKeys)
            return null;
        var places = await SegmentPlacesStore.Ensure(db, people.Client, people.Wave, people.Segments);
        await db.ExecuteAsync(CreateSql);
        await Copy(db, waveKeys, places, people.Rows, progress, cancellation);
        var added = await db.ExecuteAsync(InsertSql, new { people.Client, people.Wave, people.At, epoch = InvitationStore.FirstEpoch }, commandTimeout: NoTimeout);
        await InvitationStore.Audit(db, people.Client, people.Wave, added, people.At, people.By);
        return added;
    }

    private async Task Copy(NpgsqlConnection db, WaveKeys waveKeys, SegmentPlaces places, IReadOnlyList<PersonRow> people, Func<int, Task>? progress, CancellationToken cancellation)
    {
        await using var rows = await db.BeginBinaryImportAsync(CopySql, cancellation);
        foreach (var (number, person) in people.Index())
        {
            // Random and not counted: nobody who sees one number knows another.
            var invitation = new Guid(RandomNumberGenerator.GetBytes(16));
            await rows.StartRowAsync(cancellation);
            await rows.WriteAsync(invitation, NpgsqlDbType.Uuid, cancellation);
            await rows.WriteAsync(person.Name, NpgsqlDbType.Text, cancellation);
            await rows.WriteAsync(person.Email, NpgsqlDbType.Text, cancellation);
            await rows.WriteAsync(person.Language, NpgsqlDbType.Text, cancellation);
            await rows.WriteAsync((short)person.Audience, NpgsqlDbType.Smallint, cancellation);
            await rows.WriteAsync(places.Of(person), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
            await rows.WriteAsync(waveKeys.Link(invitation, InvitationStore.FirstEpoch).Hash, NpgsqlDbType.Bytea, cancellation);
            await rows.WriteAsync(rules.HashOf(person.Email), NpgsqlDbType.Bytea, cancellation);
            if (progress is not null && (number + 1) % Step == 0)
                await progress(number + 1);
        }

        await rows.CompleteAsync(cancellation);
    }
}

/// <summary>People on their way into a wave.</summary>
/// <param name="Segments">Names of the attributes in <see cref="PersonRow.Segments"/>.</param>
/// <param name="Rows">Only those that are to be added.</param>
/// <param name="By">Who adds them.</param>
public sealed record NewPeople(Guid Client, Guid Wave, IReadOnlyList<string> Segments, IReadOnlyList<PersonRow> Rows, DateTimeOffset At, Actor By = default);
