namespace SurveyGap.Web.Features.Planning;

/// <summary>One field of the form: its words are <c>Field.{Name}</c> and <c>Hint.{Name}</c>.</summary>
/// <param name="Fault">The key of what is wrong; null if nothing.</param>
public sealed record PlanField(string Name, string? Value, string? Fault)
{
    public string Type { get; init; } = "text";
}
