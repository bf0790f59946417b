namespace SurveyGap.Load;

/// <summary>What the application keeps in memory, PostgreSQL apart: with nothing to do, and while people answer.</summary>
internal static class MemoryBench
{
    private const int People = 4000;
    private const int AtOnce = 32;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var crowd = await Crowd.Invite(People);
        using var site = crowd.Site();
        using Lines lines = new(site.Address);
        Player player = new(lines, crowd.Questionnaire);
        var ours = await Weigh(site, lines, "/sign-in", () => Playing.Play(crowd.People, AtOnce, person => player.Go(crowd.LinkOf(person), rating: 4)));

        using var empty = Site.Empty();
        using Lines other = new(empty.Address);
        var beside = await Weigh(empty, other, "/", () => Playing.Play(Enumerable.Range(0, 3 * People), AtOnce, _ => other.Show("/")));
        return
        [
            new Figure("resident, idle", ours.Idle, "MB") { Beside = new Baseline("an empty ASP.NET Core application", beside.Idle), Aim = Aim.AtMost(120) },
            new Figure($"resident, at most, while {AtOnce} at once answer", ours.Busy, "MB") { Beside = new Baseline("an empty ASP.NET Core application under as many requests", beside.Busy), Aim = Aim.AtMost(250) },
        ];
    }

    private static async Task<(double Idle, double Busy)> Weigh(Site site, Lines lines, string page, Func<Task> work)
    {
        await site.Start();
        lines.Show(page);
        await Task.Delay(Rest);
        var (idle, busy) = (site.Memory, 0.0);
        for (var working = work(); !working.IsCompleted; await Task.WhenAny(working, Task.Delay(100)))
            busy = Math.Max(busy, site.Memory);
        return (idle, busy);
    }
}
