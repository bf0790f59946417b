using Dapper;
using Npgsql;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>Files of people, from the upload to the confirmation.</summary>
public sealed class ImportStore(ClientScope clients, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private const string WaveSql = """
        select w.name, s.name as study, w.study_id, s.languages, w.minimum, w.customer_minimum, w.opened_at is null as is_draft, w.closed_at is not null as is_closed
        from   wave w
        join   study s using (client_id, study_id)
        where  w.client_id = @client and w.wave_id = @wave
        """;

    /// <summary>The wave; null if the client has no such wave.</summary>
    public Task<ImportWave?> Wave(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<ImportWave>(WaveSql, new { client, wave }), cancellation);

    // Whoever uploads again has given up what they uploaded before.
    private const string ForgetSql = """
        delete from people_import
        where  client_id = @client and (created_at < @old or wave_id = @wave and state = 'read')
        """;

    private const string AddSql = """
        insert into people_import (client_id, wave_id, import_id, file_name, content, audience, language, columns, touched_at, created_at, created_by)
        values (@client, @wave, @import, @FileName, @Content, @audience, @Language, @columns, @now, @now, @account)
        """;

    /// <summary>Keeps an uploaded file for a day, or until its people are in.</summary>
    public Task<Guid> Add(Guid client, Guid wave, NewImport file, Guid? account, CancellationToken cancellation) => clients.Run(client, async db =>
    {
        var import = Guid.NewGuid();
        var now = clock.GetUtcNow();
        await db.ExecuteAsync(ForgetSql, new { client, wave, old = now - Kept });
        await db.ExecuteAsync(AddSql, new
        {
            client,
            wave,
            import,
            file.FileName,
            file.Content,
            audience = (short?)file.Choice.Audience,
            file.Choice.Language,
            columns = file.Choice.Columns.ToArray(),
            now,
            account,
        });
        return import;
    }, cancellation);

    private const string FindSql = """
        select import_id, file_name, audience, language, columns, state, rows, rows_done, touched_at
        from   people_import
        where  client_id = @client and wave_id = @wave and import_id = @import
        """;

    /// <summary>An import without its file; null if there is none.</summary>
    public Task<PeopleImport?> Find(Guid client, Guid wave, Guid import, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<PeopleImport>(FindSql, new { client, wave, import }), cancellation);

    private const string ContentSql = "select content from people_import where client_id = @client and wave_id = @wave and import_id = @import";

    /// <summary>The file; null once its people are in.</summary>
    public Task<byte[]?> Content(Guid client, Guid wave, Guid import, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<byte[]?>(ContentSql, new { client, wave, import }), cancellation);

    private const string ChooseSql = """
        update people_import
        set    columns = @columns, audience = @audience, language = @Language
        where  client_id = @client and wave_id = @wave and import_id = @import and state in ('read', 'failed')
        """;

    /// <summary>Keeps what the columns mean.</summary>
    public Task Choose(Guid client, Guid wave, Guid import, ImportChoice choice, CancellationToken cancellation) => clients.Run(client, db =>
        db.ExecuteAsync(ChooseSql, new { client, wave, import, columns = choice.Columns.ToArray(), audience = (short?)choice.Audience, choice.Language }), cancellation);

    private const string KnownSql = "select email from invitation where client_id = @client and wave_id = @wave and email is not null";

    private const string SuppressedSql = """
        select upper(encode(s.address_hash, 'hex'))
        from   suppression s
        join   wave w using (client_id)
        where  s.client_id = @client and w.wave_id = @wave and (s.study_id is null or s.study_id = w.study_id)
        """;

    /// <summary>Whom the wave knows, and who wants no mail.</summary>
    public Task<ImportContext> Context(Guid client, Guid wave, CancellationToken cancellation) => clients.Run(client, db => Context(db, client, wave), cancellation);

    /// <summary>The same within a transaction.</summary>
    internal static async Task<ImportContext> Context(NpgsqlConnection db, Guid client, Guid wave)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // One after the other: a list of them would be a second copy of a large wave.
        await foreach (var email in db.QueryUnbufferedAsync<string>(KnownSql, new { client, wave }))
            known.Add(email);
        var suppressed = await db.QueryAsync<string>(SuppressedSql, new { client, wave });
        return new ImportContext(known, suppressed.ToHashSet(StringComparer.Ordinal));
    }

    private const string StartSql = """
        update people_import
        set    state = 'running', rows_done = 0, touched_at = @now
        where  client_id = @client and wave_id = @wave and import_id = @import
          and  (state in ('read', 'failed') or state = 'running' and touched_at < @silent)
        """;

    /// <summary>Takes the import; false if somebody else has it, or it is done.</summary>
    public Task<bool> Start(ImportOrder order, CancellationToken cancellation) => clients.Run(order.Client, async db =>
    {
        var now = clock.GetUtcNow();
        return await db.ExecuteAsync(StartSql, new { order.Client, order.Wave, order.Import, now, silent = now - ImportState.Silence }) == 1;
    }, cancellation);

    private const string ProgressSql = """
        update people_import
        set    rows = @lines, rows_done = @done, touched_at = @now
        where  client_id = @client and wave_id = @wave and import_id = @import and state = 'running'
        """;

    /// <summary>How far it is, for whoever looks at the page.</summary>
    public Task Progress(ImportOrder order, int lines, int done) => clients.Run(order.Client, db =>
        db.ExecuteAsync(ProgressSql, new { order.Client, order.Wave, order.Import, lines, done, now = clock.GetUtcNow() }));

    private const string EndSql = """
        update people_import
        set    state = @state, rows = @added, rows_done = @added, touched_at = @now,
               content = case when @state = 'done' then null else content end
        where  client_id = @client and wave_id = @wave and import_id = @import and state = 'running'
        """;

    /// <summary>How it ended. The file goes with the people who came of it.</summary>
    public Task End(ImportOrder order, string state, int added) => clients.Run(order.Client, db =>
        db.ExecuteAsync(EndSql, new { order.Client, order.Wave, order.Import, state, added, now = clock.GetUtcNow() }));
}

/// <summary>An uploaded file with what is guessed of it.</summary>
public sealed record NewImport(string FileName, byte[] Content, ImportChoice Choice);

/// <summary>Which import to carry out.</summary>
public sealed record ImportOrder(Guid Client, Guid Wave, Guid Import);
