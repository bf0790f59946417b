using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
using Npgsql;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Invitations.Import;

namespace SurveyGap.Load;

/// <summary>
/// A file of people on its way into a wave: read, checked, given their links, entered. Beside it, COPY of the same file into a
/// table that keeps addresses apart.
/// </summary>
internal static class ImportBench
{
    public const int People = 100_000;

    private const string TableSql = """
        drop table if exists plain_people;
        create table plain_people (name text, email text, language text, site text, channel text);
        create unique index on plain_people (lower(email))
        """;

    private const string CopySql = "copy plain_people from stdin (format csv, header true)";

    public static async Task<IReadOnlyList<Figure>> Measure(int people = People)
    {
        await using var crowd = await Crowd.Invite(people: 0, attributes: [new("language", "Sprache"), new("site", "Standort"), new("channel", "Kanal")]);
        var file = Encoding.UTF8.GetBytes(Csv(people));
        var copied = await Copy(crowd, file);
        var imported = await Import(crowd, file, people);

        var what = string.Create(CultureInfo.InvariantCulture, $"importing {people:N0} people from a CSV of {file.Length / 1e6:F1} MB");
        return [new Figure(what, imported, "s") { Beside = new Baseline("COPY of the same file into a table with an index over the addresses", copied), Aim = Aim.RatioAtMost(3) }];
    }

    private static async Task<double> Import(Crowd crowd, byte[] file, int people)
    {
        var (store, copy, rules) = (crowd.Service<ImportStore>(), crowd.Service<PeopleCopyStore>(), crowd.Service<AddressRules>());
        var order = new ImportOrder(crowd.Client, crowd.Wave, Guid.NewGuid());
        var wave = await store.Wave(order.Client, order.Wave, CancellationToken.None);

        var watch = Stopwatch.StartNew();
        var table = PeopleTable.Read(file);
        var columns = ColumnGuess.Of(table);
        var context = await store.Context(order.Client, order.Wave, wave!.StudyId, CancellationToken.None);
        var rows = PeopleReading.Of(table, new ImportChoice(columns, Audience.Customer, "de"), context, rules);
        string[] segments = [.. columns.Index().Where(column => column.Item == ColumnUse.Segment).Select(column => table.Headers[column.Index])];
        var added = await copy.Add(
            new NewPeople(order.Client, order.Wave, segments, [.. rows.Where(row => row.State == RowState.New)], TimeProvider.System.GetUtcNow()), _ => Task.CompletedTask, CancellationToken.None);
        var took = watch.Elapsed.TotalSeconds;
        return added == people ? took : throw new InvalidOperationException($"{added} of {people} people came in.");
    }

    private static async Task<double> Copy(Crowd crowd, byte[] file)
    {
        await using var postgres = await crowd.Postgres();
        await using var owner = new NpgsqlConnection(postgres.Owner.ConnectionString);
        await owner.OpenAsync();
        await owner.ExecuteAsync(TableSql);

        var watch = Stopwatch.StartNew();
        await using (var rows = await owner.BeginTextImportAsync(CopySql))
            await rows.WriteAsync(Encoding.UTF8.GetString(file));
        return watch.Elapsed.TotalSeconds;
    }

    private static string Csv(int people)
    {
        string[] sites = ["Luzern", "Genf", "Lugano", "Zug"];
        string[] channels = ["Filiale", "Telefon", "Mail"];
        var csv = new StringBuilder("Name,E-Mail,Sprache,segment:site,segment:channel\n");
        for (var i = 0; i < people; i++)
            csv.Append(CultureInfo.InvariantCulture, $"Nora Imhof {i},nora.imhof{i}@post.example,{(i % 3 == 0 ? "fr" : "de")},{sites[i % 4]},{channels[i % 3]}\n");
        return csv.ToString();
    }
}
