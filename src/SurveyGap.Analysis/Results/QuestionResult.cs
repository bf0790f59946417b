using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>One rating, as the three groups see it.</summary>
public sealed record QuestionResult
{
    /// <summary>The question.</summary>
    public required Question Question { get; init; }

    /// <summary>Figures by group; all three groups, withheld with n = 0 where nobody was asked.</summary>
    public required IReadOnlyDictionary<Audience, Cell<RatingFigures>> Groups { get; init; }

    /// <summary>The three gaps; withheld if one of the sides is.</summary>
    public required IReadOnlyDictionary<Pair, Cell<Gap>> Gaps { get; init; }

    /// <summary>
    /// Derived importance: Spearman's correlation of the customers' rating with their overall rating. Null if there are too few
    /// customers, for the overall rating itself, or if something is withheld or constant. No causal words.
    /// </summary>
    public required Correlation? DerivedImportance { get; init; }
}

/// <summary>One dimension, as the three groups see it.</summary>
public sealed record DimensionResult
{
    /// <summary>The dimension.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>Figures by group; all three groups.</summary>
    public required IReadOnlyDictionary<Audience, Cell<DimensionFigures>> Groups { get; init; }

    /// <summary>The three gaps; withheld if one of the sides is.</summary>
    public required IReadOnlyDictionary<Pair, Cell<Gap>> Gaps { get; init; }

    /// <summary>Where the picture breaks; withheld unless all three groups are shown.</summary>
    public required Cell<Chain> Chain { get; init; }

    /// <summary>Cronbach's alpha of employees and customers (never executives), where there are enough complete rows and questions.</summary>
    public required IReadOnlyDictionary<Audience, Reliability> Alpha { get; init; }
}
