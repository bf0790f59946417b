using System.Text;
using System.Text.Json;
using Dapper;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Norms;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Results.Benchmarks;

/// <summary>Who takes part in the comparison, what they contribute, and what each was last shown.</summary>
public sealed class NormStore(WorkerScope worker, ClientScope clients, TimeProvider clock)
{
    private const string HasAgreedSql = "select exists (select from benchmark_consent where client_id = @client)";

    public Task<bool> HasAgreed(Guid client, CancellationToken cancellation) =>
        clients.Run(client, db => db.ExecuteScalarAsync<bool>(HasAgreedSql, new { client }), cancellation);

    private const string AgreeSql = """
        insert into benchmark_consent (client_id, agreed_at, agreed_by)
        select client_id, @now, @account from client where client_id = @client
        on conflict do nothing
        """;

    private const string WithdrawSql = "delete from benchmark_consent where client_id = @client";
    private const string ForgetSql = "delete from norm_basis where client_id = @client";

    /// <summary>Agrees, or withdraws: then the client's waves leave the next norms, and it sees none.</summary>
    public Task Switch(Guid client, Guid? account, bool on) => clients.Run(client, async db =>
    {
        var now = clock.GetUtcNow();
        if (on)
        {
            await db.ExecuteAsync(AgreeSql, new { client, account, now });
        }
        else
        {
            await db.ExecuteAsync(WithdrawSql, new { client });
            await db.ExecuteAsync(ForgetSql, new { client });
        }

        await new AuditLine(client, account, on ? "benchmark agreed" : "benchmark withdrawn", now).Append(db);
    });

    private const string ClientsSql = "select client_id from benchmark_clients()";

    /// <summary>All clients that take part.</summary>
    public Task<IReadOnlyList<Guid>> Clients(CancellationToken cancellation) =>
        worker.Run<IReadOnlyList<Guid>>(async db => [.. await db.QueryAsync<Guid>(ClientsSql)], cancellation);

    private const string WavesSql = """
        select w.closed_at, w.questionnaire::text as questionnaire, r.counts::text as counts
        from   wave w
        join   client c using (client_id)
        join   lateral (
                   select counts
                   from   release
                   where  client_id = @client and wave_id = w.wave_id
                   order  by version desc
                   limit  1) r on true
        where  w.client_id = @client and w.closed_at > @since and not c.is_demo
        """;

    /// <summary>The newest releases of a client's waves that closed since then. Invented clients have none.</summary>
    public Task<IReadOnlyList<ReleasedWave>> Waves(Guid client, DateTimeOffset since, CancellationToken cancellation) =>
        clients.Run<IReadOnlyList<ReleasedWave>>(client, async db =>
            [.. (await db.QueryAsync<WaveRow>(WavesSql, new { client, since })).Select(row => row.Read())], cancellation);

    private const string BasesSql = """
        select template, dimension, basis::text as basis
        from   norm_basis
        where  client_id = @client and exists (select from benchmark_consent where client_id = @client)
        """;

    /// <summary>What a client's norms were last made of, by questionnaire; none once it has withdrawn.</summary>
    public Task<ILookup<string, NormBasis>> Bases(Guid client, CancellationToken cancellation) => clients.Run(client, async db =>
        (await db.QueryAsync<BasisRow>(BasesSql, new { client })).ToLookup(row => row.Template, row => row.Read(), StringComparer.Ordinal), cancellation);

    private const string KeepSql = """
        insert into norm_basis (client_id, template, dimension, basis, made_at)
        select client_id, @template, @dimension, @basis::jsonb, @now from benchmark_consent where client_id = @client
        on conflict (client_id, template, dimension) do update set basis = excluded.basis, made_at = excluded.made_at
        """;

    /// <summary>Keeps what a norm is made of from now on.</summary>
    public Task Keep(Guid client, string template, NormBasis basis) => clients.Run(client, db => db.ExecuteAsync(KeepSql, new
    {
        client,
        template,
        dimension = basis.Dimension,
        basis = JsonSerializer.Serialize(basis.Clients),
        now = clock.GetUtcNow(),
    }));

    private sealed record WaveRow
    {
        public required DateTimeOffset ClosedAt { get; init; }

        public required string Questionnaire { get; init; }

        public required string Counts { get; init; }

        public ReleasedWave Read() => new(
            DateOnly.FromDateTime(ClosedAt.UtcDateTime),
            QuestionnaireFile.Read(Questionnaire).Questionnaire ?? throw new InvalidDataException("The questionnaire of a closed wave is broken."),
            CountsJson.Read(Encoding.UTF8.GetBytes(Counts)));
    }

    private sealed record BasisRow
    {
        public required string Template { get; init; }

        public required string Dimension { get; init; }

        public required string Basis { get; init; }

        public NormBasis Read() => new(Dimension, JsonSerializer.Deserialize<Dictionary<string, Standing>>(Basis)!);
    }
}

/// <summary>A closed wave as it was released.</summary>
public sealed record ReleasedWave(DateOnly Closed, Questionnaire Questionnaire, WaveCounts Counts);
