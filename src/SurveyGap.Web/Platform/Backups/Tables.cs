using Npgsql;
using SurveyGap.Migrations;

namespace SurveyGap.Web.Platform.Backups;

/// <summary>The tables that hold anything, in the order in which they can be filled again.</summary>
internal static class Tables
{
    private const string TablesSql = $"""
        select c.relname::text,
               array(select a.attname::text from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum),
               array(select r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
                     where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid)
        from   pg_class c
        where  c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '{Schema.HistoryTable}'
        order  by c.relname
        """;

    public static async Task<IReadOnlyList<Table>> Of(NpgsqlConnection connection, CancellationToken cancellation)
    {
        List<(Table Table, string[] PointsAt)> waiting = [];
        await using NpgsqlCommand command = new(TablesSql, connection);
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                waiting.Add((new Table(rows.GetString(0), await rows.GetFieldValueAsync<string[]>(1, cancellation)),
                    await rows.GetFieldValueAsync<string[]>(2, cancellation)));
            }
        }

        List<Table> ordered = [];
        while (waiting.Count > 0)
        {
            var next = waiting.Find(table => table.PointsAt.All(name => ordered.Exists(known => known.Name == name)));
            ordered.Add(next.Table ?? throw new InvalidOperationException($"{string.Join(", ", waiting.Select(table => table.Table.Name))} point at each other."));
            waiting.Remove(next);
        }

        return ordered;
    }
}
