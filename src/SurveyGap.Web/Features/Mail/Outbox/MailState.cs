namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>The states of a row in the outbox, as stored.</summary>
public static class MailState
{
    public const string Queued = "queued";
    public const string Paused = "paused";

    /// <summary>Written before the message leaves: whoever finds it later cannot know whether it arrived.</summary>
    public const string Sending = "sending";
    public const string Sent = "sent";
    public const string Failed = "failed";

    /// <summary>It may have arrived, so only a person sends it again.</summary>
    public const string Unknown = "unknown";
    public const string Cancelled = "cancelled";
}

/// <summary>Why a mail did not go, or not yet. The screens have a sentence for each.</summary>
public static class MailReason
{
    public const string NoSuchAddress = "no-such-address";
    public const string Bounced = "bounced";
    public const string Refused = "refused";
    public const string Busy = "busy";
    public const string Line = "line";
    public const string Interrupted = "interrupted";
    public const string TooLate = "too-late";
    public const string Declined = "declined";
    public const string WaveClosed = "wave-closed";
    public const string BadAddress = "bad-address";
    public const string BadText = "bad-text";

    /// <summary>What may succeed when a person asks for it again.</summary>
    public static IReadOnlyList<string> Retryable { get; } = [Refused, Interrupted, TooLate, BadText];
}
