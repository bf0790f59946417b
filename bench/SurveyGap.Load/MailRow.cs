namespace SurveyGap.Load;

/// <summary>A row of the outbox.</summary>
internal sealed record MailRow
{
    public required string Email { get; init; }
    public required string State { get; init; }
    public required string? Reason { get; init; }
}
