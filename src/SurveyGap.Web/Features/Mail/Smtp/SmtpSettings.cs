namespace SurveyGap.Web.Features.Mail.Smtp;

/// <summary>How the line to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS after STARTTLS (port 587), and never without.</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465).</summary>
    Implicit,

    /// <summary>None: for a relay on the same machine only.</summary>
    None,
}

/// <summary>The settings <c>Mail:Smtp</c>.</summary>
public sealed record SmtpSettings
{
    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>PEM file of the authority that vouches for the server; null: one of those that the machine trusts.</summary>
    public string? Authority { get; init; }

    /// <summary>Null: the server wants no name.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>How long one answer may take. RFC 5321 asks for patience of minutes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many lines to the server one instance of the program keeps open while it sends.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>What the server lets through from one instance; null: as fast as it takes them.</summary>
    public double? MailsPerSecond { get; init; }
}
