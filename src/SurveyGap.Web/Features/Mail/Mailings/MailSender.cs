namespace SurveyGap.Web.Features.Mail.Mailings;

/// <summary>A consultant at a wave, and the client in whose name mails go.</summary>
public sealed record MailSender
{
    public required Guid ClientId { get; init; }

    public required Guid WaveId { get; init; }

    public required Guid StudyId { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required string TimeZone { get; init; }

    public required string ClientName { get; init; }

    public required string Color { get; init; }

    public required string? Imprint { get; init; }

    /// <summary>The consultant's name.</summary>
    public required string Name { get; init; }

    /// <summary>The consultant's address.</summary>
    public required string ReplyTo { get; init; }
}
