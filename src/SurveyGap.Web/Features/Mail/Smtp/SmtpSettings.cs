using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Settings;

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
    private const int MostConnections = 100;

    private static readonly TimeSpan MostPatience = TimeSpan.FromHours(1);

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

    /// <summary>As they are set; null without a host.</summary>
    /// <exception cref="SetupException">A setting cannot be used.</exception>
    public static SmtpSettings? Of(IConfiguration settings) => Of(settings, new() { Host = settings.Text("Mail:Smtp:Host") ?? "" }) is { Host.Length: > 0 } smtp ? smtp : null;

    private static SmtpSettings Of(IConfiguration settings, SmtpSettings usual) => usual with
    {
        Port = settings.Number("Mail:Smtp:Port", usual.Port, least: 1, ushort.MaxValue),
        Security = settings.Read("Mail:Smtp:Security", usual.Security, "StartTls, Implicit or None", text =>
            Enum.GetValues<SmtpSecurity>().Cast<SmtpSecurity?>().FirstOrDefault(security => text.Equals($"{security}", StringComparison.OrdinalIgnoreCase)) ?? throw new FormatException()),
        Authority = settings.Read("Mail:Smtp:Authority", usual.Authority, "a PEM file with a certificate that this user may read", file =>
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            return file;
        }),
        User = settings.Text("Mail:Smtp:User"),
        Password = settings.Text("Mail:Smtp:Password"),
        Patience = settings.Read("Mail:Smtp:Patience", usual.Patience, "a time such as 00:05:00, an hour at most", text =>
            TimeSpan.Parse(text, CultureInfo.InvariantCulture) is var patience && patience > TimeSpan.Zero && patience <= MostPatience ? patience : throw new FormatException()),
        Connections = settings.Number("Mail:Smtp:Connections", usual.Connections, least: 1, MostConnections),
        MailsPerSecond = settings.Read("Mail:Smtp:MailsPerSecond", usual.MailsPerSecond, "a number above 0, such as 12.5", text =>
            double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) is > 0 and var rate ? rate : throw new FormatException()),
    };
}
