using System.Diagnostics;
using System.Security.Cryptography;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Load;

/// <summary>
/// Whether the time of a reply tells a link that was good once from one that never was. One at a time and in turn, so that nothing else
/// makes a difference. A guesser who compares two times is right in half of all cases if they tell nothing.
/// </summary>
internal static class LinkBench
{
    private const int Rounds = 4000;
    private const int People = 100;

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var crowd = await Crowd.Invite(2 * People);
        string[] links = [.. crowd.People.Select(crowd.LinkOf)];
        await crowd.Revoke(crowd.People.Take(People));
        await crowd.Renew(crowd.People.Skip(People));
        using var site = crowd.Site();
        await site.Start();
        using Lines lines = new(site.Address);

        (string What, Func<int, string> Link, List<double> Took)[] kinds =
        [
            ("made up", _ => $"/r/{new Token(RandomNumberGenerator.GetBytes(32)).Reveal()}", []),
            ("revoked", round => links[round % People], []),
            ("replaced by a newer one", round => links[People + (round % People)], []),
        ];
        for (var round = -Rounds; round < Rounds; round++)
        {
            // In another order each time: whoever comes first finds the processor colder.
            RandomNumberGenerator.Shuffle<(string What, Func<int, string> Link, List<double> Took)>(kinds);
            foreach (var (_, link, took) in kinds)
            {
                var (path, start) = (link(round + Rounds), Stopwatch.GetTimestamp());
                lines.Show(path);
                if (round >= 0)
                    took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        var unknown = kinds.Single(kind => kind.What == "made up").Took;
        return
        [
            .. kinds.Where(kind => kind.Took != unknown).OrderBy(kind => kind.What).SelectMany(kind => (Figure[])
            [
                new($"link {kind.What}: median", Median(kind.Took), "ms") { Beside = new Baseline("a link that was made up", Median(unknown)) },
                new($"link {kind.What}: right guesses from two times", Right(kind.Took, unknown), "of all") { Aim = Aim.AtMost(0.53) },
            ]),
        ];
    }

    // Of all pairs, whichever way the guesser takes the longer time.
    private static double Right(List<double> some, List<double> others)
    {
        double[] sorted = [.. others.Order()];
        var longer = some.Average(time => (double)ShorterThan(time)) / sorted.Length;
        return Math.Max(longer, 1 - longer);

        int ShorterThan(double time) => Array.BinarySearch(sorted, time) is < 0 and var missing ? ~missing : Array.IndexOf(sorted, time);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
