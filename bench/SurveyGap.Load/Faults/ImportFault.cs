using System.Globalization;
using System.Net;
using Dapper;

namespace SurveyGap.Load.Faults;

/// <summary>Files of people of every kind, through the page: all of them come in or are refused with a reason, within bounded memory.</summary>
internal static class ImportFault
{
    private const int Megabytes = 350;
    private const string People = $"/people/import";

    private const string CountSql = """
        select count(*) as rows, count(distinct lower(email)) as addresses
        from   invitation
        where  email like '%@%' || @domain
        """;

    private const string BusySql = "select count(*) from people_import where state = 'running'";

    public static async Task<IReadOnlyList<Fault>> Play()
    {
        await using var demo = await DemoSite.Start();
        List<string> wrong = [];
        var (lost, doubled, files, refused) = (0, 0, 0, 0);
        foreach (var torture in Torture.All)
        {
            files++;
            var status = await Bring(demo, torture);
            if (status is not HttpStatusCode.Redirect)
                refused++;
            var (rows, addresses) = await demo.Query(db => db.QuerySingleAsync<(long, long)>(CountSql, new { domain = $"{torture.Name}.example" }));
            Console.WriteLine($"{torture.Name}: {(int)status}, {rows} people; memory at most {demo.Site.PeakMemory:0} MB");
            lost += (int)Math.Max(0, (torture.People ?? 0) - rows);
            doubled += (int)(rows - addresses);
            if (rows > (torture.People ?? 0) || (torture.People is null) != (status is not HttpStatusCode.Redirect) || (int)status >= 500)
                wrong.Add($"{torture.Name}: {(int)status}, {rows}");
        }

        var peak = demo.Site.PeakMemory;
        if (peak > Megabytes)
            wrong.Add($"memory over {Megabytes} MB");
        return
        [
            new Fault("files of people of every kind", $"{files} files, 1,000,000 rows at most", lost, doubled)
            {
                Seen = string.Create(CultureInfo.InvariantCulture, $"{refused} refused with a reason; memory at most {peak:0} MB"),
                Broken = wrong.Count == 0 ? null : string.Join("; ", wrong),
            },
        ];
    }

    // Uploads, looks, agrees, and waits until all are in.
    private static async Task<HttpStatusCode> Bring(DemoSite demo, Torture torture)
    {
        var page = $"{DemoSite.OpenWave}{People}";
        using var taken = await demo.Post(page, page, new MultipartFormDataContent
        {
            { new ByteArrayContent(torture.File), "file", $"{torture.Name}.csv" },
            { new StringContent("customer"), "audience" },
        });
        if (taken.Headers.Location is not { } location)
            return taken.StatusCode;

        var preview = location.OriginalString.TrimStart('~');
        using var agreed = await demo.Post(preview, $"{preview}/confirmation", []);
        while (await demo.Query(db => db.ExecuteScalarAsync<int>(BusySql)) > 0)
            await Task.Delay(100);
        return agreed.StatusCode;
    }
}
