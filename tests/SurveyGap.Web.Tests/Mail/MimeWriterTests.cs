using System.Security.Cryptography;
using System.Text;
using SurveyGap.Web.Features.Mail.Mime;

namespace SurveyGap.Web.Tests.Mail;

public sealed class MimeWriterTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 8, 30, 0, TimeSpan.Zero);

    private static readonly MailMessage Invitation = new()
    {
        MessageId = "1f2e3d@umfrage.example",
        Date = Monday,
        From = Mailbox.Of("Alpenblick Versicherung", "umfrage@kern-partner.example"),
        To = Mailbox.Of("Nora Imhof", "nora.imhof@post.example"),
        ReplyTo = Mailbox.Of("Ana Keller", "ana@kern-partner.example"),
        Subject = "Wie erleben Sie unseren Kundenservice? 4 Minuten bis 29. November",
        Text = "Guten Tag\n\nÄpfel, Öl, Übermut: schön.\n",
        Html = "<p>Äpfel</p>",
        Language = "de",
        Unsubscribe = new Uri("https://umfrage.example/unsubscribe/abc"),
    };

    [Fact]
    public async Task A_strict_parser_reads_what_was_written()
    {
        var mail = await MailSink.Read(MimeWriter.Write(Invitation));

        Assert.Equal(Invitation.Subject, mail.Headers["subject"]);
        Assert.Equal("Nora Imhof <nora.imhof@post.example>", mail.Headers["to"]);
        Assert.Equal("<1f2e3d@umfrage.example>", mail.Headers["message-id"]);
        Assert.Equal("Mon, 02 Nov 2026 08:30:00 +0000", mail.Headers["date"]);
        Assert.Equal("<https://umfrage.example/unsubscribe/abc>", mail.Headers["list-unsubscribe"].Trim());
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["list-unsubscribe-post"]);
        Assert.Equal("auto-generated", mail.Headers["auto-submitted"]);
        Assert.Contains("Äpfel, Öl, Übermut: schön.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<p>Äpfel</p>", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zoë Müller-Łukasz")]
    [InlineData("O'Brien, \"Bob\" \\ Söhne")]
    [InlineData("O'Brien, \"Bob\" \\ Sons")]
    [InlineData("=?utf-8?Q?fake?=")]
    [InlineData("山田太郎 👩‍🔬 mit einem Namen, der viel länger ist als eine Zeile, die ein Mailprogramm noch ungefaltet lässt")]
    public async Task Any_name_and_subject_arrives_as_it_was(string words)
    {
        var mail = await MailSink.Read(MimeWriter.Write(Invitation with
        {
            Subject = words,
            From = Mailbox.Of(words, "umfrage@kern-partner.example"),
            To = Mailbox.Of(words, "nora@post.example"),
        }));

        Assert.Equal(words, mail.Headers["subject"]);
        Assert.Equal(words, mail.FromName);
        Assert.Equal(words, mail.ToName);
    }

    [Fact]
    public async Task Long_lines_dots_and_spaces_at_the_end_survive()
    {
        var text = $".leading dot\n..two\nFrom here\ntrailing  \n\ttab\t\na=b\n{new string('ü', 500)}\n{new string('x', 2000)}\n{new string('y', 76)}\n";

        var mail = await MailSink.Read(MimeWriter.Write(Invitation with { Text = text }));

        Assert.Equal(text, mail.Text);
    }

    [Fact]
    public async Task A_domain_beyond_ASCII_travels_in_its_ASCII_form()
    {
        var mail = await MailSink.Read(MimeWriter.Write(Invitation with { To = Mailbox.Of("Jürg", "juerg@Bücher.example") }));

        Assert.Contains("<juerg@xn--bcher-kva.example>", mail.Headers["to"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_break_in_a_name_makes_no_second_header()
    {
        var mail = await MailSink.Read(MimeWriter.Write(Invitation with { To = Mailbox.Of("Eve\r\nBcc: all@post.example", "eve@post.example") }));

        Assert.Equal("Eve Bcc: all@post.example", mail.ToName);
        Assert.DoesNotContain("bcc", mail.Headers.Keys);
    }

    [Fact]
    public void A_line_break_in_a_subject_or_an_identifier_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Invitation with { Subject = "Hello\r\nBcc: all@post.example" }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Invitation with { MessageId = "1@a>\r\nBcc: all" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nora")]
    [InlineData("nora@")]
    [InlineData("@post.example")]
    [InlineData("nora@post")]
    [InlineData("nora..imhof@post.example")]
    [InlineData("nora imhof@post.example")]
    [InlineData("nora@post.example>\r\nRCPT TO:<all@post.example")]
    [InlineData("nora\n@post.example")]
    [InlineData("nöra@post.example")]
    [InlineData("nora@post_office.example")]
    public void What_is_no_address_is_refused(string address) => Assert.Null(Mailbox.TryOf("Nora", address));

    [Fact]
    public async Task An_independent_verifier_accepts_the_signature_and_notices_a_change()
    {
        using var key = RSA.Create(2048);
        var record = $"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}";
        using var signer = new DkimSigner("kern-partner.example", "s1", key);
        var signed = signer.Sign(MimeWriter.Write(Invitation with { To = Mailbox.Of("Jürg", "juerg@post.example") }), Monday);

        Assert.True((await MailSink.Read(signed, record)).Dkim);
        var changed = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(signed).Replace("Guten Tag", "Guten Abend", StringComparison.Ordinal));
        Assert.False((await MailSink.Read(changed, record)).Dkim);
    }
}
