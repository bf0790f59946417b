using System.Diagnostics;

namespace SurveyGap.Load;

/// <summary>From the start of the process to the first page, with a database that is there and running.</summary>
internal static class StartBench
{
    private const int Starts = 5;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var crowd = await Crowd.Invite(people: 1);
        List<double> ours = [], empty = [];
        for (var start = 0; start <= Starts; start++)
        {
            ours.Add(await FirstPage(crowd.Site(), "/sign-in"));
            empty.Add(await FirstPage(Site.Empty(), "/"));
        }

        // The first ones read the programs from the disk.
        return [new Figure("process start to first page", Median(ours.Skip(1)), "ms")
        {
            Beside = new Baseline("an empty ASP.NET Core application", Median(empty.Skip(1))),
            Aim = Aim.RatioAtMost(4),
        }];
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
