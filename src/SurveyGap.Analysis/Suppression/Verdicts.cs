using SurveyGap.Analysis.Results;

namespace SurveyGap.Analysis.Suppression;

/// <summary>What is withheld of one cell, and why; null where shown.</summary>
/// <param name="Responses">The number of responses.</param>
/// <param name="Questions">By key of the rating.</param>
/// <param name="Dimensions">Persons' means, by key of the dimension.</param>
/// <param name="PersonsTied">Dimensions whose persons' means would give away what another cell withholds: made of shown questions instead.</param>
internal sealed record Verdicts(
    Withheld? Responses,
    IReadOnlyDictionary<string, Withheld?> Questions,
    IReadOnlyDictionary<string, Withheld?> Dimensions,
    IReadOnlySet<string> PersonsTied);
