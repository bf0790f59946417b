using System.Collections.Concurrent;

namespace SurveyGap.Load;

/// <summary>How many people can answer at once, and how long each of them waits.</summary>
internal static class AnswerBench
{
    // The first requests compile what the others use, and the busiest of it again and better: a server that runs for weeks has that
    // behind it. After 3,000 journeys it took a third of the application's processor, and 8,000 were not the end of it either.
    private const int WarmUp = 20_000;

    public static async Task<IReadOnlyList<Figure>> Measure(int people = 5000, int atOnce = 32)
    {
        await using var crowd = await Crowd.Invite(WarmUp + (2 * people));
        using var site = crowd.Site();
        await site.Start();
        using Lines lines = new(site.Address);
        Player player = new(lines, crowd.Questionnaire);
        ConcurrentBag<FormOfLink> opened = [];
        await Playing.Play(crowd.People.Take(WarmUp), atOnce, person => player.Go(crowd.LinkOf(person), rating: 4));
        await Playing.Play(crowd.People.TakeLast(people), atOnce, person =>
        {
            opened.Add(player.Open(crowd.LinkOf(person)) ?? throw new InvalidOperationException("A link led nowhere."));
            return true;
        });

        // Before and after, because who else uses the machine comes and goes.
        var before = await BareInserts.Measure(crowd, atOnce);
        var form = await Playing.Play(opened, atOnce, each => player.Answer(each, rating: 4), Used);
        var whole = await Playing.Play(crowd.People.Skip(WarmUp).Take(people), atOnce, person => player.Go(crowd.LinkOf(person), rating: 4), Used);
        var after = await BareInserts.Measure(crowd, atOnce);
        Baseline bare = new("bare inserts of the same row by pgbench", (before.Rate + after.Rate) / 2);
        return
        [
            new Figure($"page and submit, {atOnce} at once", form.Rate, "a second") { Beside = bare, Aim = Aim.RatioAtLeast(0.25) },
            .. Waits("page and submit", form),
            new Figure($"link, page and submit, {atOnce} at once", whole.Rate, "a second") { Beside = bare },
            .. Waits("link, page and submit", whole),
            new Figure("bare insert: processor of PostgreSQL", (before.Postgres + after.Postgres).TotalMilliseconds / 2, "ms"),
            new Figure("two requests to an empty ASP.NET Core application: its processor", 2 * await OfTheFramework(people, atOnce), "ms"),
        ];

        Processors Used() => Processors.UsedBy(site, crowd.Data);
    }

    // What no application of this framework can be below, in milliseconds a request.
    private static async Task<double> OfTheFramework(int people, int atOnce)
    {
        using var empty = Site.Empty();
        await empty.Start();
        using Lines lines = new(empty.Address);
        await Play(WarmUp);
        var before = empty.Processor;
        await Play(people);
        return (empty.Processor - before).TotalMilliseconds / people;

        Task<Played> Play(int requests) => Playing.Play(Enumerable.Range(0, requests), atOnce, _ => lines.Show("/"));
    }

    private static IEnumerable<Figure> Waits(string what, Played played) =>
    [
        new($"{what}: p50", played.Percentile(0.50), "ms"),
        new($"{what}: p95", played.Percentile(0.95), "ms"),
        new($"{what}: p99", played.Percentile(0.99), "ms") { Aim = Aim.AtMost(100) },
        new($"{what}: errors", played.Errors, "of all") { Aim = Aim.AtMost(0) },
        new($"{what}: processor of the application", played.Each.Application.TotalMilliseconds, "ms"),
        new($"{what}: processor of PostgreSQL", played.Each.Postgres.TotalMilliseconds, "ms"),
        new($"{what}: processor of the players", played.Each.Players.TotalMilliseconds, "ms"),
    ];
}
