using System.Text.Json.Serialization;

namespace SurveyGap.Analysis.Counts;

/// <summary>
/// The persons' means of one dimension. A person counts if at least half (rounded up) of the dimension's ratings that the group is asked are answered;
/// the person's mean is total ÷ answered. Kept apart by the number answered, as whole numbers: so sums are exact and in no order.
/// </summary>
/// <param name="ByAnswered">One entry for each number of answered ratings that occurs, ascending.</param>
public sealed record DimensionSums(IReadOnlyList<AnsweredSums> ByAnswered)
{
    /// <summary>How many persons have a mean.</summary>
    [JsonIgnore]
    public long Persons => ByAnswered.Sum(sums => sums.Persons);
}

/// <summary>Persons who answered the same number of a dimension's ratings.</summary>
/// <param name="Answered">How many ratings each of them gave.</param>
/// <param name="Persons">How many persons.</param>
/// <param name="Sum">Sum of the persons' totals (each the sum of its ratings).</param>
/// <param name="SumOfSquares">Sum of the squares of those totals.</param>
public sealed record AnsweredSums(int Answered, long Persons, long Sum, long SumOfSquares);

/// <summary>Sums over the persons who answered all ratings of a dimension.</summary>
/// <param name="Persons">How many.</param>
/// <param name="Sums">Sum of ratings, by question of the dimension that the group is asked.</param>
/// <param name="SumsOfSquares">Sum of squared ratings, by the same questions.</param>
/// <param name="TotalSum">Sum of the persons' totals.</param>
/// <param name="TotalSumOfSquares">Sum of the squares of those totals.</param>
public sealed record CompleteRows(
    long Persons, IReadOnlyList<long> Sums, IReadOnlyList<long> SumsOfSquares, long TotalSum, long TotalSumOfSquares);
