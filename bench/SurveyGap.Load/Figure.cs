using System.Globalization;

namespace SurveyGap.Load;

/// <summary>One measured figure, and beside it what the same machine made of something simple in the same run.</summary>
/// <param name="What">In words.</param>
/// <param name="Value">Measured.</param>
/// <param name="Unit">Of the value and of its baseline.</param>
internal sealed record Figure(string What, double Value, string Unit)
{
    public Baseline? Beside { get; init; }

    public Aim? Aim { get; init; }

    public double? Ratio => Value / Beside?.Value;

    /// <summary>Null where nothing is aimed at.</summary>
    public bool? IsMet => Aim?.IsMetBy(Aim.OfRatio ? Ratio!.Value : Value);
}

/// <summary>What a figure is compared with.</summary>
internal sealed record Baseline(string What, double Value);

/// <summary>What a figure, or its ratio to the baseline, should be.</summary>
internal sealed record Aim(bool AtLeast, double Limit, bool OfRatio)
{
    public static Aim RatioAtLeast(double limit) => new(AtLeast: true, limit, OfRatio: true);

    public static Aim RatioAtMost(double limit) => new(AtLeast: false, limit, OfRatio: true);

    public static Aim AtMost(double limit) => new(AtLeast: false, limit, OfRatio: false);

    public bool IsMetBy(double value) => AtLeast ? value >= Limit : value <= Limit;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(AtLeast ? "≥" : "≤")} {Limit}{(OfRatio ? " ×" : "")}");
}
