namespace SurveyGap.Analysis.Suppression;

/// <summary>A small cell that is all of one opinion tells everybody's answer, however many k are.</summary>
internal static class Unanimity
{
    /// <summary>Whether fewer than <paramref name="below"/> answers lie wholly in one level, in the top two or in the bottom two.</summary>
    public static bool Of(IReadOnlyList<long> levels, int below)
    {
        var n = levels.Sum();
        if (n == 0 || n >= below)
            return false;
        return levels.Max() == n || levels[^1] + levels[^2] == n || levels[0] + levels[1] == n;
    }
}
