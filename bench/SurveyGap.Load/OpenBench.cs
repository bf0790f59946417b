namespace SurveyGap.Load;

/// <summary>The first page, which tells what this is about, beside a file that the same server reads from its folder.</summary>
internal static class OpenBench
{
    private const int AtOnce = 32;
    private const int Views = 8000;

    // Until the compiler has nothing left to do: of 48,000 pages the last 8,000 took half the processor of the second 8,000.
    private const int WarmUp = 40_000;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var crowd = await Crowd.Invite(people: 64);
        using var site = crowd.Site();
        await site.Start();
        using Lines lines = new(site.Address);
        Player player = new(lines, crowd.Questionnaire);
        FormOfLink[] opened = [.. crowd.People.Select(person => player.Open(crowd.LinkOf(person))!)];
        var (page, file) = (Size(First(0)), Size(("/answering.css", null)));
        await Pages(WarmUp);
        await Files(WarmUp);

        var (files, pages, filesAgain) = (await Files(Views / 2), await Pages(Views), await Files(Views / 2));
        Baseline beside = new($"static file of {file} bytes", (files.Rate + filesAgain.Rate) / 2);
        return
        [
            new Figure($"first page of {page} bytes, {AtOnce} at once", pages.Rate, "a second") { Beside = beside, Aim = Aim.RatioAtLeast(0.5) },
            new Figure("first page: p99", pages.Percentile(0.99), "ms"),
            new Figure("first page: errors", pages.Errors, "of all") { Aim = Aim.AtMost(0) },
            new Figure("first page: processor of the application", Application(pages), "ms") { Beside = new Baseline("static file", Application(files)) },
            new Figure("first page: processor of PostgreSQL", pages.Each.Postgres.TotalMilliseconds, "ms"),
            new Figure("first page: processor of the players", pages.Each.Players.TotalMilliseconds, "ms"),
        ];

        Task<Played> Pages(int views) => Play(views, First);

        Task<Played> Files(int views) => Play(views, _ => ("/answering.css", null));

        Task<Played> Play(int views, Func<int, (string Path, string? Cookie)> what) =>
            Playing.Play(Enumerable.Range(0, views), AtOnce, view => Size(what(view)) > 0, () => Processors.UsedBy(site, crowd.Data));

        (string Path, string? Cookie) First(int view)
        {
            var form = opened[view % opened.Length];
            return (form.Page[..^"/1".Length], form.Cookie);
        }

        int Size((string Path, string? Cookie) what)
        {
            using var line = lines.Take();
            var reply = line.Get(what.Path, what.Cookie);
            return reply.Status == 200 ? reply.Body.Length : 0;
        }

        static double Application(Played played) => played.Each.Application.TotalMilliseconds;
    }
}
