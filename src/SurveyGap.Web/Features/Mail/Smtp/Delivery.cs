namespace SurveyGap.Web.Features.Mail.Smtp;

/// <summary>What is known about one mail after an attempt. The difference that matters: may it be tried again without doubling it?</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>Why it did not arrive, or not surely; null: the server has taken it over.</summary>
    public abstract string? Trouble { get; }

    /// <summary>Whether another attempt may succeed, and cannot bring a second copy.</summary>
    public virtual bool MayBeRepeated => false;

    /// <summary>The server has taken it over.</summary>
    public sealed record Accepted(SmtpReply Reply) : Delivery
    {
        public override string? Trouble => null;
    }

    /// <summary>The server said no to this recipient.</summary>
    public sealed record RecipientRefused(SmtpReply Reply) : Delivery
    {
        public override string Trouble => Reply.ToString();

        public override bool MayBeRepeated => !Reply.IsPermanent;
    }

    /// <summary>The server said no to the sender or to the message.</summary>
    public sealed record Refused(SmtpReply Reply) : Delivery
    {
        public override string Trouble => Reply.ToString();

        public override bool MayBeRepeated => !Reply.IsPermanent;
    }

    /// <summary>The line failed before the message was complete: nothing was delivered.</summary>
    public sealed record LineFailed(string Reason) : Delivery
    {
        public override string Trouble => Reason;

        public override bool MayBeRepeated => true;
    }

    /// <summary>The line failed between the message's end and the server's reply: it may have been delivered.</summary>
    public sealed record Unknown(string Reason) : Delivery
    {
        public override string Trouble => Reason;
    }

    /// <summary>The caller did not want it any more when the server was ready.</summary>
    public sealed record Withdrawn : Delivery
    {
        public override string Trouble => "It was withdrawn.";
    }
}
