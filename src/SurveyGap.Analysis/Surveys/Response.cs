namespace SurveyGap.Analysis.Surveys;

/// <summary>One filled-in questionnaire, without identity.</summary>
/// <param name="Audience">Who answered.</param>
/// <param name="Segments">
/// The values of the wave's attributes, language among them, in the wave's order; null where withheld or unknown.
/// Executives carry none: all null.
/// </param>
/// <param name="Answers">One byte a slot; see <see cref="SlotMap"/> and <see cref="Answer"/>.</param>
public sealed record Response(Audience Audience, IReadOnlyList<string?> Segments, byte[] Answers)
{
    /// <summary>
    /// Whether it came through an open link. Known only until closing: <see cref="Suppression.Coarsening"/> lets such answers
    /// lift no cell over the minimum, and forgets it.
    /// </summary>
    public bool ThroughOpenLink { get; init; }
}
