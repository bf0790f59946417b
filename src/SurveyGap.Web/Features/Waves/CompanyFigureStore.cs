using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Waves;

/// <summary>The company's figures of a wave.</summary>
public sealed class CompanyFigureStore(ClientScope clients)
{
    private const string OfWaveSql = "select figure, value, note from company_figure where client_id = @client and wave_id = @wave";

    public Task<IReadOnlyList<CompanyFigureRow>> OfWave(Guid client, Guid wave, CancellationToken cancellation = default) =>
        clients.Run<IReadOnlyList<CompanyFigureRow>>(client, async db =>
            [.. await db.QueryAsync<CompanyFigureRow>(OfWaveSql, new { client, wave })], cancellation);

    private const string BeforeSql = """
        select f.figure, f.value, f.note
        from   company_figure f
        join   wave w using (client_id, wave_id)
        where  f.client_id = @client and w.wave_id = (
                   select earlier.wave_id
                   from   wave here
                   join   wave earlier using (client_id, study_id)
                   where  here.client_id = @client and here.wave_id = @wave and earlier.opens_at < here.opens_at
                     and  exists (select from company_figure e where e.client_id = @client and e.wave_id = earlier.wave_id)
                   order  by earlier.opens_at desc
                   limit  1)
        """;

    /// <summary>The figures of the study's last wave before this one that has any.</summary>
    public Task<IReadOnlyList<CompanyFigureRow>> Before(Guid client, Guid wave, CancellationToken cancellation = default) =>
        clients.Run<IReadOnlyList<CompanyFigureRow>>(client, async db =>
            [.. await db.QueryAsync<CompanyFigureRow>(BeforeSql, new { client, wave })], cancellation);

    private const string ForgetSql = "delete from company_figure where client_id = @client and wave_id = @wave";

    private const string KeepSql = """
        insert into company_figure (client_id, wave_id, figure, value, note, entered_at, entered_by)
        values (@client, @wave, @Figure, @Value, @Note, @at, @account)
        """;

    /// <summary>Keeps these figures and no others.</summary>
    public Task Keep(Guid client, Guid wave, IReadOnlyList<CompanyFigureRow> figures, DateTimeOffset at, Guid? account) => clients.Run(client, async db =>
    {
        await db.OwnLock(wave);
        await db.ExecuteAsync(ForgetSql, new { client, wave });
        foreach (var figure in figures)
            await db.ExecuteAsync(KeepSql, new { client, wave, figure.Figure, figure.Value, figure.Note, at, account });
    });
}

/// <summary>A figure with where it comes from.</summary>
public sealed record CompanyFigureRow
{
    public required string Figure { get; init; }

    public required decimal Value { get; init; }

    /// <summary>Source or definition.</summary>
    public required string? Note { get; init; }
}
