namespace SurveyGap.Web.Features.Waves;

/// <summary>One field of a form: its words are <c>Field.{Name}</c> and <c>Hint.{Name}</c>.</summary>
public sealed record WaveField(string Name, string? Value, string? IsInvalid)
{
    public string Type { get; init; } = "text";

    public int? Length { get; init; }

    public int? Low { get; init; }

    public int? High { get; init; }

    /// <summary>The key of what is wrong; by default that of the field.</summary>
    public string? Fault { get; init; }

    /// <summary><c>reachCustomer</c> → <c>Fault.Reach</c>, <c>minimum</c> → <c>Fault.Minimum</c>.</summary>
    public string FaultKey => Fault ?? (Name.StartsWith("reach", StringComparison.Ordinal) ? "Fault.Reach" : $"Fault.{char.ToUpperInvariant(Name[0])}{Name[1..]}");
}
