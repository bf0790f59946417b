namespace SurveyGap.Analysis.Suppression;

/// <summary>
/// What can be computed from shown views by adding and subtracting them. Each view (the whole group, each shown segment cell) is a
/// column of zeros and ones over the combinations of attribute values that occur; everything that can be derived lies in the space
/// that the columns span. A set of combinations can be isolated, wholly or in part, if a vector of that space is zero outside of it,
/// which is so if and only if the part of the hat matrix (the projection onto that space) that belongs to the set has the eigenvalue 1.
/// For a single combination this is the well-known leverage of 1.
/// </summary>
internal sealed class Derivable
{
    private const double Tolerance = 1e-9;
    private readonly List<double[]> _basis = [];
    private readonly int _rows;

    /// <param name="views">The shown views, one column each over the same combinations.</param>
    /// <param name="rows">How many combinations.</param>
    public Derivable(IEnumerable<double[]> views, int rows)
    {
        _rows = rows;
        foreach (var view in views)
        {
            // Twice is enough (Gram-Schmidt with one reorthogonalisation).
            var rest = Residual(Residual(view));
            var length = Math.Sqrt(Dot(rest, rest));
            if (length > Tolerance)
                _basis.Add([.. rest.Select(value => value / length)]);
        }
    }

    /// <summary>Whether exactly these combinations' total can be derived.</summary>
    public bool Spans(double[] view)
    {
        var rest = Residual(Residual(view));
        return Dot(rest, rest) < Tolerance;
    }

    /// <summary>A set of combinations with fewer than k persons together that can be isolated; null if there is none.</summary>
    /// <param name="persons">Persons by combination, all above 0.</param>
    /// <param name="k">The minimum.</param>
    public IReadOnlyList<int>? Isolated(long[] persons, int k)
    {
        int[] thin = [.. Enumerable.Range(0, _rows).Where(row => persons[row] < k).OrderByDescending(Leverage)];
        return Search(thin, 0, [], k, persons);
    }

    private IReadOnlyList<int>? Search(int[] thin, int from, List<int> chosen, long left, long[] persons)
    {
        if (chosen.Count > 0 && IsIsolated(chosen))
            return [.. chosen];

        for (var i = from; i < thin.Length; i++)
        {
            // An eigenvalue is at most the trace; every further combination takes a person and has no more leverage than this one.
            if (chosen.Sum(Leverage) + (Leverage(thin[i]) * (left - 1)) < 1 - Tolerance)
                return null;
            if (persons[thin[i]] >= left)
                continue;
            chosen.Add(thin[i]);
            if (Search(thin, i + 1, chosen, left - persons[thin[i]], persons) is { } found)
                return found;
            chosen.RemoveAt(chosen.Count - 1);
        }

        return null;
    }

    /// <summary>Whether the determinant of I − H over the chosen combinations vanishes (Gauss, pivots on the diagonal: I − H is positive).</summary>
    private bool IsIsolated(List<int> chosen)
    {
        var size = chosen.Count;
        var matrix = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                matrix[i, j] = (i == j ? 1 : 0) - Hat(chosen[i], chosen[j]);
        }

        for (var pivot = 0; pivot < size; pivot++)
        {
            if (matrix[pivot, pivot] < Tolerance)
                return true;
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < size; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
            }
        }

        return false;
    }

    private double Leverage(int row) => Hat(row, row);

    private double Hat(int i, int j) => _basis.Sum(vector => vector[i] * vector[j]);

    private double[] Residual(double[] view)
    {
        double[] rest = [.. view];
        foreach (var vector in _basis)
        {
            var along = Dot(vector, rest);
            for (var row = 0; row < _rows; row++)
                rest[row] -= along * vector[row];
        }

        return rest;
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
