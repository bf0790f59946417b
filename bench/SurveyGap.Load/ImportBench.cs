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
        var file = Encoding.UTF8.GetBytes(Csv(people));
        var what = string.Create(CultureInfo.InvariantCulture, $"importing {people:N0} people from a CSV of {file.Length / 1e6:F1} MB");
        // As a server that runs for weeks does it, and before that as one that has only just started and compiles meanwhile.
        var first = await Beside(file, people);
        var later = await Beside(file, people);
        return [later.Figure(what) with { Aim = Aim.RatioAtMost(3) }, first.Figure($"{what}: the first after the start")];
    }

    private static async Task<Times> Beside(byte[] file, int people)
    {
        await using var crowd = await Crowd.Invite(people: 0, attributes: [new("language", "Sprache"), new("site", "Standort"), new("channel", "Kanal")]);
        return new Times(await Import(crowd, file, people), await Copy(crowd, file));
    }

    private static async Task<double> Import(Crowd crowd, byte[] file, int people)
    {
        var (arrivals, rules) = (crowd.Service<ArrivalStore>(), crowd.Service<AddressRules>());

        // What the importer does with a file once it is confirmed.
        var watch = Stopwatch.StartNew();
        var table = PeopleTable.Read(file);
        var columns = ColumnGuess.Of(table);
        string[] segments = [.. columns.Index().Where(column => column.Item == ColumnUse.Segment).Select(column => table.Headers[column.Index])];
        var choice = new ImportChoice(columns, Audience.Customer, "de");
        var arriving = new NewPeople(crowd.Client, crowd.Wave, segments, context => PeopleReading.Of(table, choice, context, rules), TimeProvider.System.GetUtcNow());
        var added = await arrivals.Add(arriving, _ => Task.CompletedTask, CancellationToken.None);
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

    private sealed record Times(double Import, double Copy)
    {
        public Figure Figure(string what) =>
            new(what, Import, "s") { Beside = new Baseline("COPY of the same file into a table with an index over the addresses", Copy) };
    }
}
