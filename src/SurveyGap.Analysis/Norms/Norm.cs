namespace SurveyGap.Analysis.Norms;

/// <summary>How other clients stand on a dimension: a line beside one's own figures. It describes, and carries no label.</summary>
/// <param name="Dimension">Key of the dimension.</param>
/// <param name="Mean">Median of the clients' customers' means (1 to 5), to 0.1.</param>
/// <param name="Gap">Median of the clients' mirror gaps (scale points, −4 to 4), to 0.1.</param>
/// <param name="Clients">How many clients; at least five.</param>
public sealed record Norm(string Dimension, double Mean, double Gap, int Clients);

/// <summary>What one published wave of a client that agreed contributes to a norm.</summary>
/// <param name="Client">Anything that names the client.</param>
/// <param name="Dimension">Key of the dimension.</param>
/// <param name="Closed">The day on which the wave closed.</param>
/// <param name="Standing">What the wave showed: a dimension of which mean or gap is withheld contributes nothing.</param>
public sealed record Contribution(string Client, string Dimension, DateOnly Closed, Standing Standing);

/// <summary>Where a client stands on a dimension.</summary>
/// <param name="Mean">The customers' mean (1 to 5).</param>
/// <param name="Gap">The mirror gap: executives − customers (scale points, −4 to 4).</param>
public sealed record Standing(double Mean, double Gap)
{
    internal static Standing MedianOf(IEnumerable<Contribution> waves)
    {
        var all = waves.Select(wave => wave.Standing).ToList();
        return new Standing(Median.Of(all.Select(wave => wave.Mean)), Median.Of(all.Select(wave => wave.Gap)));
    }
}
