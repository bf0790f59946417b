using System.Diagnostics;
using Dapper;
using Npgsql;

namespace SurveyGap.Load;

/// <summary>The least that closing could cost: reading all ballots, writing as many rows, deleting as many.</summary>
internal static class PlainRows
{
    private const string ReadSql = "copy (select answer_key, sealed from ballot where client_id = current_setting('app.client')::uuid) to stdout (format binary)";

    private const string TableSql = """
        drop table if exists plain;
        create table plain (client_id uuid, wave_id uuid, ordinal integer, audience smallint, segments text[], answers bytea, primary key (client_id, wave_id, ordinal))
        """;

    private const string InsertSql = """
        insert into plain
        select @Client, @Wave, n, 3, array['de', 'Filiale'], decode(repeat('04', 40), 'hex') from generate_series(1, @rows) n
        """;

    private const string DeleteSql = "delete from plain where client_id = @Client and wave_id = @Wave";

    public static async Task<double> Seconds(Crowd crowd, int rows)
    {
        await using var postgres = await crowd.Postgres();
        await using var owner = new NpgsqlConnection(postgres.Owner.ConnectionString);
        await owner.OpenAsync();
        await owner.ExecuteAsync("select set_config('app.client', @client, false)", new { client = $"{crowd.Client}" });
        await owner.ExecuteAsync(TableSql);

        var watch = Stopwatch.StartNew();
        await using (var copy = await owner.BeginRawBinaryCopyAsync(ReadSql))
            await copy.CopyToAsync(Stream.Null);
        await owner.ExecuteAsync(InsertSql, new { crowd.Client, crowd.Wave, rows }, commandTimeout: 0);
        await owner.ExecuteAsync(DeleteSql, new { crowd.Client, crowd.Wave }, commandTimeout: 0);
        return watch.Elapsed.TotalSeconds;
    }
}
