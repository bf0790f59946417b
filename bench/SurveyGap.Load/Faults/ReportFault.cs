using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace SurveyGap.Load.Faults;

/// <summary>A hundred people ask for the same report at once, while somebody opens another page again and again.</summary>
internal static class ReportFault
{
    public static async Task<IReadOnlyList<Fault>> Play(int requests)
    {
        await using var demo = await DemoSite.Start();
        Uri report = new($"{DemoSite.ClosedWave}/report", UriKind.Relative);
        var alone = await Fingerprint(await demo.Ana.GetAsync(report));

        using HttpClient somebody = new() { BaseAddress = demo.Site.Address };
        ConcurrentBag<string> got = [];
        ConcurrentBag<double> waits = [];
        var watch = Stopwatch.StartNew();
        var asking = Task.WhenAll(Enumerable.Range(0, requests).Select(async _ => got.Add(await Fingerprint(await demo.Ana.GetAsync(report)))));
        while (!asking.IsCompleted)
        {
            var start = Stopwatch.GetTimestamp();
            using (await somebody.GetAsync(new Uri("/sign-in", UriKind.Relative)))
                waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(20);
        }

        await asking;
        var refused = got.Count(one => one is "429" or "503");
        var peak = demo.Site.PeakMemory;
        return
        [
            new Fault("a report asked for at once", $"{requests} times", got.Count(one => one != alone) - refused, 0)
            {
                Seen = string.Create(CultureInfo.InvariantCulture, $"{requests - refused} the same report within {watch.Elapsed.TotalSeconds:0.0} s, {refused} asked to come back; another page meanwhile at most {waits.Max():0} ms; memory at most {peak:0} MB"),
            },
        ];
    }

    private static async Task<string> Fingerprint(HttpResponseMessage response)
    {
        using (response)
        {
            return response.StatusCode is HttpStatusCode.OK
                ? Convert.ToHexString(SHA256.HashData(await response.Content.ReadAsByteArrayAsync()))
                : $"{(int)response.StatusCode}";
        }
    }
}
