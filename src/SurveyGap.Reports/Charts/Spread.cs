namespace SurveyGap.Reports.Charts;

/// <summary>Pushes labels apart that would cover each other, each as little as possible.</summary>
public static class Spread
{
    /// <summary>Centres near the wished ones, in the same order, so that labels of these widths do not overlap.</summary>
    /// <param name="centres">The wished centres, ascending.</param>
    /// <param name="widths">The widths, in the same order.</param>
    /// <param name="low">The left limit.</param>
    /// <param name="high">The right limit; if not all fit, they overlap it.</param>
    public static double[] Apart(IReadOnlyList<double> centres, IReadOnlyList<double> widths, double low, double high)
    {
        // Labels that touch form a run, which lies where its members wish to be on average; runs that touch merge.
        List<Run> runs = [];
        for (var i = 0; i < centres.Count; i++)
        {
            var run = new Run(1, centres[i] - (widths[i] / 2), widths[i]);
            run = run.Within(low, high);
            while (runs.Count > 0 && runs[^1].Left + runs[^1].Width > run.Left)
            {
                run = runs[^1].With(run).Within(low, high);
                runs.RemoveAt(runs.Count - 1);
            }

            runs.Add(run);
        }

        var result = new double[centres.Count];
        var next = 0;
        foreach (var run in runs)
        {
            var left = run.Left;
            for (var i = 0; i < run.Count; i++, next++)
            {
                result[next] = left + (widths[next] / 2);
                left += widths[next];
            }
        }

        return result;
    }

    private sealed record Run(int Count, double Left, double Width)
    {
        public Run With(Run right) => new(
            Count + right.Count,
            ((Count * Left) + (right.Count * (right.Left - Width))) / (Count + right.Count),
            Width + right.Width);

        public Run Within(double low, double high) => this with { Left = Math.Max(low, Math.Min(Left, high - Width)) };
    }
}
