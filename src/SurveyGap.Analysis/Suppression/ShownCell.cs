using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;

namespace SurveyGap.Analysis.Suppression;

/// <summary>What is left of one cell's counts after suppression: all that the analysis ever sees of it.</summary>
/// <param name="Responses">How many responses.</param>
/// <param name="Questions">Ratings by key of the question.</param>
/// <param name="Dimensions">Dimensions by key.</param>
internal sealed record ShownCell(
    Cell<ResponseRate> Responses,
    IReadOnlyDictionary<string, Cell<Ratings>> Questions,
    IReadOnlyDictionary<string, Cell<ShownDimension>> Dimensions);

/// <summary>What is shown of a dimension in one cell.</summary>
/// <param name="Persons">The persons' means; null if some question is withheld here, for they would tell what it says.</param>
/// <param name="Mean">Mean over persons, or of the shown questions' means.</param>
/// <param name="Top2Share">Unweighted mean of the shown questions' shares.</param>
internal sealed record ShownDimension(Moments? Persons, double? Mean, double? Top2Share)
{
    /// <summary>Stands in where persons are withheld: nothing can be tested.</summary>
    private static readonly Moments Unknown = new(0, null, null);

    /// <summary>For tests and intervals.</summary>
    public Moments Moments => Persons ?? Unknown;

    public DimensionFigures Figures() => new()
    {
        NScored = Persons?.N,
        Mean = Mean,
        Sd = Persons?.Sd,
        MeanCi = Persons?.MeanInterval(1, 5),
        Top2Share = Top2Share,
        FromShownQuestions = Persons is null,
    };
}
