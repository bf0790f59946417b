namespace SurveyGap.Analysis.Norms;

/// <summary>The middle value.</summary>
internal static class Median
{
    /// <summary>The value in the middle, or the mean of the two there; there is at least one.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
