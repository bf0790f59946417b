namespace SurveyGap.Analysis.Suppression;

/// <summary>One part of a whole that is split once, such as the customers of one country among all customers.</summary>
/// <param name="Name">Its name, which decides between equal sizes; null comes first.</param>
/// <param name="N">How many persons.</param>
public sealed record Part(string? Name, long N);

/// <summary>What becomes of a part.</summary>
public enum PartState
{
    /// <summary>Shown.</summary>
    Shown,

    /// <summary>Hidden for itself or to protect another.</summary>
    Hidden,

    /// <summary>Nobody in it: nothing to show and nothing to protect.</summary>
    Empty,
}

/// <summary>
/// Complementary suppression of a whole with its parts: whoever knows the whole and the shown parts knows the remainder by
/// subtraction, so the remainder must be large enough too.
/// </summary>
public static class RemainderRule
{
    /// <summary>
    /// n = 0 is empty, 0 &lt; n &lt; k hidden; while the hidden total is above 0 and below k, the smallest shown part is hidden too
    /// (ties: alphabetical, ordinal).
    /// </summary>
    /// <param name="parts">All parts of the whole.</param>
    /// <param name="k">The minimum, in persons.</param>
    /// <returns>The states, in the order of the parts.</returns>
    public static IReadOnlyList<PartState> Of(IReadOnlyList<Part> parts, int k)
    {
        PartState[] states = [.. parts.Select(part => part.N == 0 ? PartState.Empty : part.N < k ? PartState.Hidden : PartState.Shown)];
        while (IsExposed(HiddenTotal(parts, states), k) && SmallestShown(parts, states) is { } smallest)
            states[smallest] = PartState.Hidden;
        return states;
    }

    /// <summary>Whether a remainder holds somebody, but too few.</summary>
    internal static bool IsExposed(long persons, int k) => persons > 0 && persons < k;

    /// <summary>The next part to hide; null if none is shown.</summary>
    internal static int? SmallestShown(IReadOnlyList<Part> parts, IReadOnlyList<PartState> states) => Enumerable.Range(0, parts.Count)
        .Where(i => states[i] == PartState.Shown)
        .OrderBy(i => parts[i].N).ThenBy(i => parts[i].Name, StringComparer.Ordinal)
        .Select(i => (int?)i).FirstOrDefault();

    private static long HiddenTotal(IReadOnlyList<Part> parts, PartState[] states) =>
        parts.Where((_, i) => states[i] == PartState.Hidden).Sum(part => part.N);
}
