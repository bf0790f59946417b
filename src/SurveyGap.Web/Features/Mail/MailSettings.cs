using System.Net;
using System.Security.Cryptography;
using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Smtp;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Features.Mail;

/// <summary>The section <c>Mail</c> of the settings.</summary>
public sealed record MailSettings
{
    private const int ShortestSecret = 32;

    /// <summary><c>Mail:From</c>: the installation's own address; the client's name stands before it.</summary>
    public required Mailbox From { get; init; }

    /// <summary><c>Mail:Bounces</c>: where undeliverable mail goes, with «+b-…» before the @; by default <see cref="From"/>.</summary>
    public required Mailbox Bounces { get; init; }

    /// <summary><c>Mail:Smtp</c>; null: mails are written to <see cref="Folder"/>.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>Mails as files, where no server is configured. They hold the links of those who are invited.</summary>
    public required string Folder { get; init; }

    /// <summary><c>Mail:KeyFile</c>: shared by the instances, outside of the database, never renewed: the suppression list depends on it.</summary>
    public required string KeyFile { get; init; }

    /// <summary><c>Mail:Dkim</c>; null: the mail server signs, or nobody.</summary>
    public DkimSettings? Dkim { get; init; }

    /// <summary>
    /// <c>Mail:BounceSecret</c>: with it, another machine may report mails that came back to <c>/bounces</c>; null: nobody may.
    /// </summary>
    public string? BounceSecret { get; init; }

    /// <summary><c>Mail:NameServer</c>: who is asked for the sender's DNS entries, such as 127.0.0.1:53; null: whom the machine asks.</summary>
    public IPEndPoint? NameServer { get; init; }

    /// <exception cref="SetupException">A setting cannot be used.</exception>
    public static MailSettings Of(IConfiguration configuration)
    {
        var data = configuration["data"] ?? "data";
        var from = Address(configuration["Mail:From"] ?? "umfrage@localhost", "Mail:From");
        return new MailSettings
        {
            From = from,
            Bounces = configuration["Mail:Bounces"] is { } bounces ? Address(bounces, "Mail:Bounces") : from,
            Smtp = configuration["Mail:Smtp:Host"] is { Length: > 0 } ? configuration.GetSection("Mail:Smtp").Get<SmtpSettings>() : null,
            Dkim = configuration["Mail:Dkim:KeyFile"] is { Length: > 0 } ? configuration.GetSection("Mail:Dkim").Get<DkimSettings>() : null,
            Folder = Path.GetFullPath(Path.Combine(data, "mail")),
            KeyFile = Path.GetFullPath(configuration["Mail:KeyFile"] ?? Path.Combine(data, "keys", "mail.key")),
            BounceSecret = configuration["Mail:BounceSecret"] is { Length: > 0 } secret ? Unguessable(secret) : null,
            NameServer = configuration["Mail:NameServer"] is { Length: > 0 } server ? Server(server) : null,
        };
    }

    private static string Unguessable(string secret) => secret.Length >= ShortestSecret
        ? secret
        : throw new SetupException($"Mail:BounceSecret needs at least {ShortestSecret} characters, made at random.");

    private static IPEndPoint Server(string server) => IPEndPoint.TryParse(server, out var address)
        ? address.Port == 0 ? new IPEndPoint(address.Address, 53) : address
        : throw new SetupException($"Mail:NameServer is '{server}', which is no network address.");

    private static Mailbox Address(string address, string setting) =>
        Mailbox.TryOf("", address) ?? throw new SetupException($"{setting} is '{address}', which is no address that can send mail.");
}

/// <summary>The settings <c>Mail:Dkim</c>.</summary>
public sealed record DkimSettings
{
    /// <summary>The domain that signs; its DNS holds the public key at <c>SELECTOR._domainkey.DOMAIN</c>.</summary>
    public required string Domain { get; init; }

    public required string Selector { get; init; }

    /// <summary>The private RSA key as PEM.</summary>
    public required string KeyFile { get; init; }

    /// <summary>The key, read anew.</summary>
    public RSA Key()
    {
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(KeyFile));
        return key;
    }
}
