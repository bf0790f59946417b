using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>One mail that this instance has claimed, with all that its words need.</summary>
public sealed record Letter
{
    public required Guid ClientId { get; init; }

    /// <summary>Random; the Message-ID and the bounce address are made of it.</summary>
    public required Guid MailId { get; init; }

    /// <summary>The number of this attempt: what another claim has taken over in the meantime is no longer ours.</summary>
    public required int Attempts { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Guid WaveId { get; init; }

    public required Guid StudyId { get; init; }

    public required Guid InvitationId { get; init; }

    public required int Epoch { get; init; }

    public required string? Name { get; init; }

    public required string? Email { get; init; }

    public required string Language { get; init; }

    public required Audience Audience { get; init; }

    public required byte[] AddressHash { get; init; }

    /// <summary>The person's link was revoked, or they want no mail, or none arrives.</summary>
    public required bool IsDeclined { get; init; }

    public required string ClientName { get; init; }

    public required string Color { get; init; }

    public required string? Imprint { get; init; }

    public required string? Signature { get; init; }

    public required string? ReplyTo { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required bool IsOpen { get; init; }

    public required string TimeZone { get; init; }
}
