using System.Collections.Concurrent;

namespace SurveyGap.Load;

/// <summary>How many people can answer at once, and how long each of them waits.</summary>
internal static class AnswerBench
{
    // The first requests compile what the others use.
    private const int WarmUp = 3000;

    public static async Task<IReadOnlyList<Figure>> Measure(int people = 5000, int atOnce = 32)
    {
        await using var crowd = await Crowd.Invite(WarmUp + (2 * people));
        using var site = crowd.Site();
        await site.Start();
        using var http = Journey.Browser(site.Address);
        var journey = new Journey(http, crowd.Questionnaire);
        ConcurrentBag<Opened> opened = [];
        await Playing.Play(crowd.People.Take(WarmUp), atOnce, person => journey.Go(crowd.LinkOf(person), rating: 4));
        await Playing.Play(crowd.People.TakeLast(people), atOnce, async person =>
        {
            opened.Add(await journey.Open(crowd.LinkOf(person)) ?? throw new InvalidOperationException("A link led nowhere."));
            return true;
        });

        // Before and after, because who else uses the machine comes and goes.
        var before = await BareInserts.PerSecond(crowd, atOnce);
        var form = await Playing.Play(opened, atOnce, each => journey.Answer(each, rating: 4), site);
        var whole = await Playing.Play(crowd.People.Skip(WarmUp).Take(people), atOnce, person => journey.Go(crowd.LinkOf(person), rating: 4), site);
        var bare = new Baseline("bare inserts of the same row by pgbench", (before + await BareInserts.PerSecond(crowd, atOnce)) / 2);
        return
        [
            new Figure($"page and submit, {atOnce} at once", form.Rate, "a second") { Beside = bare, Aim = Aim.RatioAtLeast(0.25) },
            .. Waits("page and submit", form),
            new Figure($"link, page and submit, {atOnce} at once", whole.Rate, "a second") { Beside = bare },
            .. Waits("link, page and submit", whole),
        ];
    }

    private static IEnumerable<Figure> Waits(string what, Played played) =>
    [
        new($"{what}: p50", played.Percentile(0.50), "ms"),
        new($"{what}: p95", played.Percentile(0.95), "ms"),
        new($"{what}: p99", played.Percentile(0.99), "ms") { Aim = Aim.AtMost(100) },
        new($"{what}: processor of the application", played.Processor.TotalMilliseconds, "ms"),
        new($"{what}: errors", played.Errors, "of all") { Aim = Aim.AtMost(0) },
    ];
}
