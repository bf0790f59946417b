using System.Diagnostics;
using System.Globalization;
using SurveyGap.Web.Features.Closing;

namespace SurveyGap.Load;

/// <summary>
/// Closes waves of growing size. Beside each: reading the same ballots into nothing, and inserting and deleting as many plain rows.
/// </summary>
internal static class ClosingBench
{
    public static readonly IReadOnlyList<int> Sizes = [10_000, 100_000, AimedAt];

    // Below, the baseline fits into memory, and the log and the disk cost nothing.
    private const int AimedAt = 1_000_000;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

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
            var before = Memory.Peak;
            var stages = await Close(crowd);
            var took = stages.Values.Sum();

            var what = string.Create(CultureInfo.InvariantCulture, $"closing {size:N0} ballots");
            figures.Add(new Figure(what, took, "s")
            {
                Beside = new Baseline("reading them into nothing, inserting and deleting as many plain rows", bare),
                Aim = size == AimedAt ? Aim.RatioAtMost(2) : null,
            });
            figures.AddRange(stages.Select(stage => new Figure($"{what}: {stage.Key.ToString().ToLowerInvariant()}", stage.Value, "s")));
            figures.Add(new Figure($"{what}: memory of the whole process, at most", Memory.Peak, "MB") { Beside = new Baseline("before", before), Aim = Aim.AtMost(1000) });
            perBallot ??= took / size;
            figures.Add(new Figure($"{what}: per ballot", 1e6 * took / size, "µs") { Beside = new Baseline($"at {sizes[0]}", 1e6 * perBallot.Value) });
        }

        return figures;
    }

    /// <summary>Seconds of each stage.</summary>
    private static async Task<SortedDictionary<ClosingStage, double>> Close(Crowd crowd)
    {
        var closing = crowd.Service<WaveClosing>();
        SortedDictionary<ClosingStage, double> stages = [];
        var (stage, since) = (ClosingStage.Opening, Stopwatch.GetTimestamp());
        var whole = closing.Close(new ClosingOrder(crowd.Client, crowd.Wave, TimeProvider.System.GetUtcNow()));
        while (!whole.IsCompleted)
        {
            await Task.WhenAny(whole, Task.Delay(BetweenLooks));
            stages[stage] = stages.GetValueOrDefault(stage) + Stopwatch.GetElapsedTime(since).TotalSeconds;
            (stage, since) = (closing.Running(crowd.Client, crowd.Wave)?.Stage ?? stage, Stopwatch.GetTimestamp());
        }

        return await whole is Closure.Closed ? stages : throw new InvalidOperationException($"The wave is {await whole}.");
    }
}
