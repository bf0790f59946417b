namespace SurveyGap.Analysis.Norms;

/// <summary>
/// The clients behind the norm of one dimension as one viewer may see it, and the rule for when it changes (statistics.md:
/// medians of a year, to 0.1, over at least five clients outside the viewer's own, renewed only when at least three changed).
/// Whoever keeps the basis that was last shown, and asks it for the next one, cannot learn from two norms what a single client did.
/// </summary>
/// <param name="Dimension">Key of the dimension.</param>
/// <param name="Clients">The standing of each client that agreed, by anything that names a client.</param>
public sealed record NormBasis(string Dimension, IReadOnlyDictionary<string, Standing> Clients)
{
    /// <summary>The fewest clients of a norm.</summary>
    public const int LeastClients = 5;

    /// <summary>The fewest clients that have to come, go or change before a norm is renewed.</summary>
    public const int LeastChanges = 3;

    /// <summary>The basis of today.</summary>
    /// <param name="dimension">Key of the dimension.</param>
    /// <param name="contributions">Waves of clients that agreed, in any order; those of other dimensions are left out.</param>
    /// <param name="viewer">The client that looks: its own waves do not count.</param>
    /// <param name="today">Waves closed in the year that ends on this day count.</param>
    public static NormBasis Of(string dimension, IEnumerable<Contribution> contributions, string viewer, DateOnly today) => new(
        dimension,
        contributions
            .Where(wave => wave.Dimension == dimension && wave.Client != viewer && wave.Closed <= today && wave.Closed > today.AddYears(-1))
            .GroupBy(wave => wave.Client, StringComparer.Ordinal)
            // One client, one voice, however many waves it had.
            .ToDictionary(client => client.Key, Standing.MedianOf, StringComparer.Ordinal));

    /// <summary>The basis to show from now on: this one, until enough clients differ.</summary>
    public NormBasis RenewedBy(NormBasis today) => Changes(today) >= LeastChanges ? today : this;

    /// <summary>The norm; null below five clients.</summary>
    public Norm? Norm => Clients.Count < LeastClients
        ? null
        : new Norm(Dimension, Rounded(Median.Of(Clients.Values.Select(client => client.Mean))), Rounded(Median.Of(Clients.Values.Select(client => client.Gap))), Clients.Count);

    private int Changes(NormBasis today) => Clients.Keys.Union(today.Clients.Keys, StringComparer.Ordinal)
        .Count(client => Clients.GetValueOrDefault(client) != today.Clients.GetValueOrDefault(client));

    private static double Rounded(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
