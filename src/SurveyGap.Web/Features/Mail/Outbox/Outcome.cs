using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>What an attempt means for the row in the outbox.</summary>
/// <param name="State">The row's new state.</param>
/// <param name="Reason">Why, as a word that the screens translate; null when it was sent.</param>
/// <param name="Words">The server's own words.</param>
/// <param name="Next">When to try again; null: never.</param>
public sealed record Outcome(string State, string? Reason = null, string? Words = null, DateTimeOffset? Next = null)
{
    /// <summary>The address does not exist, says its server: it is written to no more.</summary>
    public bool Suppresses => Reason == MailReason.NoSuchAddress;

    /// <summary>The message is about to leave. Still so at that time, its sender died.</summary>
    public static Outcome Leaving(DateTimeOffset lostAt) => new(MailState.Sending, Next: lostAt);

    public static Outcome Failed(string reason) => new(MailState.Failed, reason);

    public static Outcome Of(Delivery delivery, Letter letter, DateTimeOffset now) => delivery switch
    {
        Delivery.Accepted => new Outcome(MailState.Sent),
        Delivery.Unknown unknown => new Outcome(MailState.Unknown, MailReason.Interrupted, ServerWords.Of(unknown.Reason)),
        Delivery.LineFailed failed => Later(letter, now, MailReason.Line, failed.Reason),
        Delivery.RecipientRefused { Reply: { IsPermanent: true } reply } => new Outcome(MailState.Failed, ReasonOf(reply), ServerWords.Of(reply.ToString())),
        Delivery.RecipientRefused { Reply: var reply } => Later(letter, now, MailReason.Busy, reply.ToString()),
        Delivery.Refused { Reply: { IsPermanent: true } reply } => new Outcome(MailState.Failed, MailReason.Refused, ServerWords.Of(reply.ToString())),
        Delivery.Refused { Reply: var reply } => Later(letter, now, MailReason.Busy, reply.ToString()),
        _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery, "A withdrawn mail has no outcome."),
    };

    // 5.7.x speaks of us and not of the address: a blocked sender must not empty the list of people.
    private static string ReasonOf(SmtpReply reply) =>
        reply.Status?.StartsWith("5.7.", StringComparison.Ordinal) is true ? MailReason.Refused : MailReason.NoSuchAddress;

    private static Outcome Later(Letter letter, DateTimeOffset now, string reason, string words) =>
        BackOff.Next(letter, now) is { } next
            ? new Outcome(MailState.Queued, reason, ServerWords.Of(words), next)
            : new Outcome(MailState.Failed, MailReason.TooLate, ServerWords.Of(words));
}
