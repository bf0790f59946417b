namespace SurveyGap.Load;

/// <summary>The first page, which tells what this is about, beside a file that the same server reads from its folder.</summary>
internal static class OpenBench
{
    private const int AtOnce = 32;
    private const int Views = 8000;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var crowd = await Crowd.Invite(people: 64);
        using var site = crowd.Site();
        await site.Start();
        using var http = Journey.Browser(site.Address);
        var journey = new Journey(http, crowd.Questionnaire);
        var opened = await Task.WhenAll(crowd.People.Select(person => journey.Open(crowd.LinkOf(person))));
        var size = (await First(0)).Length;
        var file = (await http.GetByteArrayAsync(new Uri("/answering.css", UriKind.Relative))).Length;
        await Pages(Views / 4);
        await Files(Views / 4);

        var (files, pages, filesAgain) = (await Files(Views / 2), await Pages(Views), await Files(Views / 2));
        var beside = new Baseline($"static file of {file} bytes", (files.Rate + filesAgain.Rate) / 2);
        return
        [
            new Figure($"first page of {size} bytes, {AtOnce} at once", pages.Rate, "a second") { Beside = beside, Aim = Aim.RatioAtLeast(0.5) },
            new Figure("first page: p99", pages.Percentile(0.99), "ms"),
            new Figure("first page: processor of the application", pages.Processor.TotalMilliseconds, "ms") { Beside = new Baseline("static file", files.Processor.TotalMilliseconds) },
        ];

        async Task<byte[]> First(int view)
        {
            var form = opened[view % opened.Length]!;
            using var request = new HttpRequestMessage(HttpMethod.Get, form.Page.OriginalString[..^2]);
            request.Headers.Add("Cookie", form.Cookie);
            using var response = await http.SendAsync(request);
            return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync() : [];
        }

        Task<Played> Pages(int views) => Playing.Play(Enumerable.Range(0, views), AtOnce, async view => (await First(view)).Length > 0, site);
        Task<Played> Files(int views) => Playing.Play(Enumerable.Range(0, views), AtOnce, async _ => (await http.GetByteArrayAsync(new Uri("/answering.css", UriKind.Relative))).Length > 0, site);
    }
}
