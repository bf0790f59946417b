using System.Net;
using System.Security.Cryptography;
using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Smtp;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Web.Features.Mail;

/// <summary>The section <c>Mail</c> of the settings.</summary>
public sealed record MailSettings
{
    private const int ShortestSecret = 32;
    private const int DnsPort = 53;

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
        var from = Address(configuration, "Mail:From", Mailbox.Of("", "umfrage@localhost"));
        return new MailSettings
        {
            From = from,
            Bounces = Address(configuration, "Mail:Bounces", from),
            Smtp = SmtpSettings.Of(configuration),
            Dkim = DkimSettings.Of(configuration),
            Folder = Path.Combine(configuration.Place("data"), "mail"),
            KeyFile = configuration.Place("Mail:KeyFile", "keys", "mail.key"),
            BounceSecret = configuration.Read<string?>("Mail:BounceSecret", null, $"a text of at least {ShortestSecret} characters, made at random",
                text => text.Length >= ShortestSecret ? text : throw new FormatException(), isSecret: true),
            NameServer = configuration.Read<IPEndPoint?>("Mail:NameServer", null, "a network address such as 127.0.0.1:53", Server),
        };
    }

    private static IPEndPoint Server(string text) =>
        IPEndPoint.Parse(text) is { Port: 0 } withoutPort ? new IPEndPoint(withoutPort.Address, DnsPort) : IPEndPoint.Parse(text);

    private static Mailbox Address(IConfiguration configuration, string name, Mailbox usual) =>
        configuration.Read(name, usual, "an address that can send mail", text => Mailbox.TryOf("", text) ?? throw new FormatException());
}

/// <summary>The settings <c>Mail:Dkim</c>.</summary>
public sealed record DkimSettings
{
    /// <summary>The domain that signs; its DNS holds the public key at <c>SELECTOR._domainkey.DOMAIN</c>.</summary>
    public required string Domain { get; init; }

    public required string Selector { get; init; }

    /// <summary>The private RSA key as PEM.</summary>
    public required string KeyFile { get; init; }

    /// <summary>As they are set; null without any.</summary>
    /// <exception cref="SetupException">One is missing, or there is no such key.</exception>
    public static DkimSettings? Of(IConfiguration settings) => (settings.Text("Mail:Dkim:Domain"), settings.Text("Mail:Dkim:Selector"), settings.Text("Mail:Dkim:KeyFile")) switch
    {
        (null, null, null) => null,
        ({ } domain, { } selector, { } keyFile) => Readable(settings, new() { Domain = domain, Selector = selector, KeyFile = keyFile }),
        _ => throw new SetupException("Mail:Dkim:Domain, Mail:Dkim:Selector and Mail:Dkim:KeyFile belong together: set all three, or none."),
    };

    private static DkimSettings Readable(IConfiguration settings, DkimSettings dkim) =>
        settings.Read("Mail:Dkim:KeyFile", dkim, "a PEM file with a private RSA key that this user may read", _ =>
        {
            using var key = dkim.Key();
            return dkim;
        });

    /// <summary>The key, read anew.</summary>
    public RSA Key()
    {
        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(KeyFile));
        return key;
    }
}
