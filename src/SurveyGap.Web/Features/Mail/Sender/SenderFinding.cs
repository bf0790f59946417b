namespace SurveyGap.Web.Features.Mail.Sender;

/// <summary>How one of the sender's DNS entries stands.</summary>
/// <param name="Entry">spf, dkim or dmarc.</param>
/// <param name="Verdict">What was found; the screen has a sentence for each entry and verdict.</param>
/// <param name="Name">Where it stands, or should.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Wanted">What should stand there instead; null if nothing has to change, or only the person can know.</param>
public sealed record SenderFinding(string Entry, SenderVerdict Verdict, string Name, IReadOnlyList<string> Found, string? Wanted = null)
{
    public bool IsFine => Verdict == SenderVerdict.Fine;
}

public enum SenderVerdict
{
    Fine,

    /// <summary>No name server answered.</summary>
    NoAnswer,

    /// <summary>There is no such entry.</summary>
    Missing,

    /// <summary>There are several, and then none counts.</summary>
    Several,

    /// <summary>It is there and protects from nothing.</summary>
    Weak,

    /// <summary>It says something that does not fit what we send.</summary>
    Wrong,

    /// <summary>It speaks for another domain than the one in From.</summary>
    OtherDomain,

    /// <summary>Mails are not signed here.</summary>
    NotSigned,
}
