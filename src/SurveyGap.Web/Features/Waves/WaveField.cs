namespace SurveyGap.Web.Features.Waves;

/// <summary>One field of a form: its words are <c>Field.{Name}</c> and <c>Hint.{Name}</c>.</summary>
/// <param name="Fault">The key of what is wrong; null where nothing is.</param>
public sealed record WaveField(string Name, string? Value, string? Fault)
{
    public string Type { get; init; } = "text";

    public int? Length { get; init; }

    public int? Low { get; init; }

    public int? High { get; init; }
}
