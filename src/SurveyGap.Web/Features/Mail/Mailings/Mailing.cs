namespace SurveyGap.Web.Features.Mail.Mailings;

/// <summary>Mails of one kind to the people of a wave, planned or started by a person.</summary>
public sealed record NewMailing
{
    /// <summary>Made by the form: pressing twice plans once.</summary>
    public required Guid Mailing { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>Until then it can be called back without a trace.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Who signs; null: the client.</summary>
    public string? Signature { get; init; }

    /// <summary>The consultant's address.</summary>
    public string? ReplyTo { get; init; }

    public Guid? Account { get; init; }
}

/// <summary>How a mailing stands.</summary>
public sealed record MailingProgress
{
    public required Guid MailingId { get; init; }

    public required string Kind { get; init; }

    /// <summary>planned, queued, paused or cancelled.</summary>
    public required string State { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required long Queued { get; init; }

    public required long Sent { get; init; }

    public required long Failed { get; init; }

    public required long Unknown { get; init; }

    public long All => Queued + Sent + Failed + Unknown;
}

/// <summary>One reason among the mails of a mailing.</summary>
public sealed record MailTrouble
{
    public required Guid MailingId { get; init; }

    public required string State { get; init; }

    public required string Reason { get; init; }

    public required long Mails { get; init; }

    /// <summary>One of the servers' answers: most say the same.</summary>
    public required string? Example { get; init; }
}
