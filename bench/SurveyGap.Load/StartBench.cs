using System.Diagnostics;

namespace SurveyGap.Load;

/// <summary>From the start of the process to the first page, with a database that is there and running.</summary>
internal static class StartBench
{
    private const int Starts = 5;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var crowd = await Crowd.Invite(people: 1);
        var folder = Directory.CreateTempSubdirectory("surveygap-published-").FullName;
        try
        {
            var (ours, empty) = (await Publish(folder, "src/SurveyGap.Web"), await Publish(folder, "bench/SurveyGap.Empty"));
            return
            [
                await Compare("process start to first page, published", () => Site.Published(ours, "serve", $"--data={crowd.Data}"), () => Site.Published(empty)) with { Aim = Aim.RatioAtMost(4) },
                await Compare("the same as the build leaves it, not compiled ahead", () => crowd.Site(), Site.Empty),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Both in the same way: as an operator starts it.</summary>
    /// <returns>The program.</returns>
    private static async Task<string> Publish(string folder, string project)
    {
        var name = Path.GetFileName(project);
        using var publish = Process.Start("./dev", ["publish", Path.Combine(folder, name), project]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(folder, name, name) : throw new InvalidOperationException($"{project} was not published.");
    }

    private static async Task<Figure> Compare(string what, Func<Site> ours, Func<Site> empty)
    {
        List<double> times = [], beside = [];
        for (var start = 0; start <= Starts; start++)
        {
            times.Add(await FirstPage(ours(), "/sign-in"));
            beside.Add(await FirstPage(empty(), "/"));
        }

        // The first ones read the programs from the disk.
        return new Figure(what, Median(times.Skip(1)), "ms") { Beside = new Baseline("an empty ASP.NET Core application", Median(beside.Skip(1))) };
    }

    private static async Task<double> FirstPage(Site site, string page)
    {
        using (site)
        using (Lines lines = new(site.Address))
        {
            var watch = Stopwatch.StartNew();
            await site.Start();
            var isShown = lines.Show(page);
            var took = watch.Elapsed.TotalMilliseconds;
            if (!isShown)
                throw new InvalidOperationException($"{page} was not shown.");
            await site.Stop();
            return took;
        }
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Starts / 2);
}
