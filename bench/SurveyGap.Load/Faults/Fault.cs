namespace SurveyGap.Load.Faults;

/// <summary>What became of what people had been told, after something befell the application.</summary>
/// <param name="What">What was done to it.</param>
/// <param name="Dose">How often, or how much.</param>
/// <param name="Lost">Acknowledged, and not there or not the same.</param>
/// <param name="Doubled">There, and of nobody, or there twice.</param>
internal sealed record Fault(string What, string Dose, int Lost, int Doubled)
{
    /// <summary>Seconds from the fault until somebody who came after it was served, each time.</summary>
    public IReadOnlyList<double> Recoveries { get; init; } = [];

    /// <summary>What people met meanwhile.</summary>
    public string Seen { get; init; } = "";

    /// <summary>What else was not as promised; null if all of it was.</summary>
    public string? Broken { get; init; }

    public bool IsSurvived => Lost + Doubled == 0 && Broken is null;
}
