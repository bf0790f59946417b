using Dapper;
using Npgsql;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>
/// Brings thousands of people into a wave, all or none. COPY cannot write where policies guard the rows; a statement for a few
/// thousand at a time costs about as much, and the next thousands are read meanwhile.
/// </summary>
public sealed class ArrivalStore(ClientScope clients, WaveKeyFolder keys, TimeProvider clock)
{
    // Large enough that a round trip costs nothing, small enough that PostgreSQL need not wait long for the first.
    private const int Batch = 2_500;

    // Lines: often enough to be seen, seldom enough to cost nothing.
    private const int Step = 10_000;

    // A large file takes as long as it takes; cut off halfway it would never come in.
    private const int NoTimeout = 0;

    // Whoever comes after the opening carries no segments. No «on conflict»: it would look into each index twice.
    private const string InsertSql = """
        insert into invitation (client_id, wave_id, invitation_id, name, email, language, audience, segments, epoch, token_hash, added_after_opening, created_at)
        select @client, @wave, p.id, p.name, p.email, p.language, p.audience,
               case when w.opened_at is null then p.segments::text[] else array_fill(null::text, array[@attributes]) end,
               @epoch, p.token_hash, w.opened_at is not null, @at
        from   wave w,
               unnest(@ids, @names, @emails, @languages, @audiences, @segments, @hashes) as p (id, name, email, language, audience, segments, token_hash)
        where  w.client_id = @client and w.wave_id = @wave and w.closed_at is null
        """;

    /// <summary>Adds the people; how many were new. Null if the wave invites nobody any more.</summary>
    /// <param name="progress">Is told which line it has come to.</param>
    public Task<int?> Add(NewPeople people, Func<int, Task> progress, CancellationToken cancellation) =>
        clients.Run(people.Client, db => Add(db, people, progress, cancellation), cancellation);

    /// <summary>The same within a transaction.</summary>
    internal async Task<int?> Add(NpgsqlConnection db, NewPeople people, Func<int, Task>? progress, CancellationToken cancellation)
    {
        // Alone: attributes are added to everybody's row, and the opening freezes them. Nobody else comes in from here to the
        // commit, and nobody is deleted at the client, who might stand in the file: who is new now is new then.
        await db.OwnLock(people.Wave);
        if (keys.Find(people.Wave) is not { } waveKeys)
            return null;
        var places = await SegmentPlacesStore.Ensure(db, people.Client, people.Wave, people.Segments);
        var context = await ImportStore.Context(db, people.Client, people.Wave);

        var (added, told, inserting) = (0, 0, Task.FromResult(0));
        try
        {
            foreach (var batch in people.Rows(context).Where(row => row.State == RowState.New).Chunk(Batch))
            {
                cancellation.ThrowIfCancellationRequested();
                var arrivals = new Arrivals(batch, places, waveKeys, clock);
                added += await inserting;
                inserting = Insert(db, people, arrivals);
                if (progress is not null && batch[^1].Line.Line - told >= Step)
                    await progress(told = batch[^1].Line.Line);
            }
        }
        finally
        {
            // Whatever happened to the reading: a connection bears nothing else while a statement runs on it.
            added += await inserting;
        }

        await InvitationStore.Audit(db, people.Client, people.Wave, added, people.At, people.By);
        return added;
    }

    private static Task<int> Insert(NpgsqlConnection db, NewPeople people, Arrivals arrivals) => db.ExecuteAsync(InsertSql, new
    {
        people.Client,
        people.Wave,
        people.At,
        epoch = InvitationStore.FirstEpoch,
        arrivals.Attributes,
        arrivals.Ids,
        arrivals.Names,
        arrivals.Emails,
        arrivals.Languages,
        arrivals.Audiences,
        arrivals.Segments,
        arrivals.Hashes,
    }, commandTimeout: NoTimeout);
}

/// <summary>People on their way into a wave.</summary>
/// <param name="Segments">Names of the attributes in <see cref="PersonRow.Segments"/>.</param>
/// <param name="Rows">Who they are, once it is known whom the wave has; those who are not new are left out. Asked again if the transaction has to be.</param>
/// <param name="By">Who adds them.</param>
public sealed record NewPeople(
    Guid Client, Guid Wave, IReadOnlyList<string> Segments, Func<ImportContext, IEnumerable<PersonRow>> Rows, DateTimeOffset At, Actor By = default);
