using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Handover;

/// <summary>A client, as its file says it.</summary>
public sealed record ClientDetails
{
    public required Guid ClientId { get; init; }

    public required string Name { get; init; }

    public required string Colour { get; init; }

    public required string Locale { get; init; }

    public required string? Imprint { get; init; }

    public required string? PrivacyContact { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? ArchivedAt { get; init; }
}

/// <summary>A study, as its file says it.</summary>
public sealed record StudyDetails
{
    public required Guid StudyId { get; init; }

    public required string Name { get; init; }

    public required string[] Languages { get; init; }

    public required bool FirstAnswerInMail { get; init; }

    /// <summary>How long its people are kept after the close of a wave.</summary>
    public required int KeepPeopleDays { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? ArchivedAt { get; init; }
}

/// <summary>That a wave had an open link.</summary>
public sealed record OpenLinkDetails
{
    public required Audience Audience { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }
}

/// <summary>That mails of a kind were planned.</summary>
public sealed record MailingDetails
{
    public required string Kind { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required string? Signature { get; init; }

    public required string? ReplyTo { get; init; }
}
