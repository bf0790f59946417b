namespace SurveyGap.Web.Features.Mail.Mime;

/// <summary>A mail in two forms of the same words, before it is written as bytes.</summary>
public sealed record MailMessage
{
    /// <summary>Without angle brackets; the same at each attempt, so that a receiver can recognise a second copy.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required Mailbox From { get; init; }

    public required Mailbox To { get; init; }

    /// <summary>Where answers go; null: to the sender.</summary>
    public Mailbox? ReplyTo { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary>BCP 47 tag of the words.</summary>
    public required string Language { get; init; }

    /// <summary>The address that ends these mails with a POST and without a question (RFC 8058); null for mails that nobody can decline.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>The wave with whose closing every copy that lies here is to go; null for mails that may stay.</summary>
    public Guid? GoesWithWave { get; init; }
}
