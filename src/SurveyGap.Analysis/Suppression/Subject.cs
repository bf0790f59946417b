using SurveyGap.Analysis.Counts;

namespace SurveyGap.Analysis.Suppression;

/// <summary>What a cell is judged by: its responses, the n of one question after «cannot judge», or the persons scored in one dimension.</summary>
/// <param name="N">Persons in a cell.</param>
/// <param name="NOf">Persons in a combination of attribute values.</param>
/// <param name="Ratings">The histogram of a cell, if unanimity matters; null otherwise.</param>
internal sealed record Subject(
    Func<CellCounts, long> N, Func<Combination, long> NOf, Func<CellCounts, IReadOnlyList<long>>? Ratings = null)
{
    public static Subject Responses { get; } = new(cell => cell.Responses, combination => combination.Responses);

    /// <param name="slot">The slot of a rating.</param>
    /// <param name="unanimity">Whether unanimous cells are withheld: employees.</param>
    public static Subject Question(int slot, bool unanimity) => new(
        cell => cell.Slots[slot].Answered,
        combination => combination.Answered[slot],
        unanimity ? cell => cell.Slots[slot].Levels : null);

    public static Subject Dimension(int dimension) => new(
        cell => cell.Dimensions[dimension].Persons, combination => combination.Scored[dimension]);
}
