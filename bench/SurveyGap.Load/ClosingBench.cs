using System.Diagnostics;
using System.Globalization;
using SurveyGap.Web.Features.Closing;

namespace SurveyGap.Load;

/// <summary>
/// Closes waves of growing size. Beside each: reading the same ballots into nothing, and inserting and deleting as many plain rows.
/// </summary>
internal static class ClosingBench
{
    public static readonly IReadOnlyList<int> Sizes = [10_000, 100_000];

    public static async Task<IReadOnlyList<Figure>> Measure(IReadOnlyList<int> sizes)
    {
        List<Figure> figures = [];
        double? perBallot = null;
        foreach (var size in sizes)
        {
            await using var crowd = await Crowd.Invite(people: 0, attributes: [new("language", "Sprache"), new("channel", "Kanal")]);
            await FullBox.Fill(crowd, size);
            var bare = await PlainRows.Seconds(crowd, size);

            GC.Collect();
            Memory.ForgetPeak();
            var (before, watch) = (Memory.Peak, Stopwatch.StartNew());
            var closure = await crowd.Service<WaveClosing>().Close(new ClosingOrder(crowd.Client, crowd.Wave, TimeProvider.System.GetUtcNow()));
            var took = watch.Elapsed.TotalSeconds;
            if (closure is not Closure.Closed)
                throw new InvalidOperationException($"The wave is {closure}.");

            var what = string.Create(CultureInfo.InvariantCulture, $"closing {size:N0} ballots");
            figures.Add(new Figure(what, took, "s")
            {
                Beside = new Baseline("reading them into nothing, inserting and deleting as many plain rows", bare),
                Aim = Aim.RatioAtMost(2),
            });
            figures.Add(new Figure($"{what}: memory of the whole process, at most", Memory.Peak, "MB") { Beside = new Baseline("before", before), Aim = Aim.AtMost(1000) });
            perBallot ??= took / size;
            figures.Add(new Figure($"{what}: per ballot", 1e6 * took / size, "µs") { Beside = new Baseline($"at {sizes[0]}", 1e6 * perBallot.Value) });
        }

        return figures;
    }
}
