using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Tests.Mail;

public sealed class SmtpSessionTests
{
    private static readonly byte[] Message = Encoding.ASCII.GetBytes(
        "From: <umfrage@kern-partner.example>\r\nTo: <nora@post.example>\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n.dot\r\n..two\r\n"
        + "--b\r\nContent-Type: text/html\r\n\r\n<p>\r\n--b--\r\n");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_mails_go_through_one_session_and_dots_survive()
    {
        using var sink = await MailSink.Start();
        await using (var session = await SmtpSession.Open(sink.Settings, "app.example", TimeProvider.System, Stop))
        {
            for (var i = 0; i < 3; i++)
                Assert.IsType<Delivery.Accepted>(await Send(session));
        }

        var mails = await sink.All();
        Assert.Equal(3, mails.Count);
        Assert.Equal(".dot\n..two", mails[0].Text.TrimEnd());
        Assert.Equal("umfrage+b-1@kern-partner.example", mails[0].From);
        Assert.Equal(["nora@post.example"], mails[0].To!);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls, "plain")]
    [InlineData(SmtpSecurity.StartTls, "login")]
    [InlineData(SmtpSecurity.Implicit, "plain")]
    public async Task The_line_is_encrypted_and_signed_in(SmtpSecurity security, string way)
    {
        using var certificate = new TestCertificate();
        using var sink = await MailSink.Start(new { certificate = certificate.File, key = certificate.KeyFile, auth = way, tls = security == SmtpSecurity.Implicit ? "implicit" : "starttls" });
        var settings = sink.Settings with { Security = security, Authority = certificate.File, User = "umfrage", Password = "ge heim" };

        await using (var session = await SmtpSession.Open(settings, "app.example", TimeProvider.System, Stop))
            Assert.IsType<Delivery.Accepted>(await Send(session));

        var mail = await sink.Next();
        Assert.True(mail.Tls);
        Assert.Equal("umfrage", mail.User);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_certificate_open_no_session()
    {
        using var certificate = new TestCertificate();
        using var sink = await MailSink.Start(new { certificate = certificate.File, key = certificate.KeyFile, auth = "plain" });
        var settings = sink.Settings with { Security = SmtpSecurity.StartTls, Authority = certificate.File, User = "umfrage", Password = "falsch" };

        var refused = await Assert.ThrowsAsync<SmtpException>(() => SmtpSession.Open(settings, "app.example", TimeProvider.System, Stop));
        Assert.Contains("535", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<SmtpException>(() => SmtpSession.Open(settings with { Authority = null }, "app.example", TimeProvider.System, Stop));
    }

    [Fact]
    public async Task Without_STARTTLS_nothing_is_said_in_the_clear()
    {
        using var server = new ScriptedServer(_ => null);

        var refused = await Assert.ThrowsAsync<SmtpException>(() =>
            SmtpSession.Open(server.Settings with { Security = SmtpSecurity.StartTls, User = "umfrage", Password = "geheim" }, "app.example", TimeProvider.System, Stop));

        Assert.Equal("The server offers no STARTTLS.", refused.Message);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 No such user", typeof(Delivery.RecipientRefused))]
    [InlineData("RCPT", "450 4.2.0 Greylisted", typeof(Delivery.RecipientRefused))]
    [InlineData("MAIL", "451 4.3.0 Later", typeof(Delivery.Refused))]
    [InlineData("DATA", "554 5.7.1 No", typeof(Delivery.Refused))]
    [InlineData(".", "451 4.3.0 Later", typeof(Delivery.Refused))]
    [InlineData("RCPT", ScriptedServer.HangUp, typeof(Delivery.LineFailed))]
    [InlineData("DATA", ScriptedServer.HangUp, typeof(Delivery.LineFailed))]
    [InlineData("RCPT", "", typeof(Delivery.LineFailed))]
    [InlineData(".", ScriptedServer.HangUp, typeof(Delivery.Unknown))]
    [InlineData(".", "", typeof(Delivery.Unknown))]
    [InlineData("RCPT", "Not SMTP at all", typeof(Delivery.LineFailed))]
    public async Task The_outcome_tells_whether_the_mail_may_be_tried_again(string at, string reply, Type outcome)
    {
        using var server = new ScriptedServer(line => line.StartsWith(at, StringComparison.Ordinal) ? reply : null);
        await using var session = await SmtpSession.Open(server.SettingsFor(reply), "app.example", TimeProvider.System, Stop);

        Assert.IsType(outcome, await Send(session));
    }

    [Fact]
    public async Task After_a_no_the_session_serves_the_next_mail_and_after_421_it_does_not()
    {
        var replies = new Queue<string?>(["550 5.1.1 No such user", null, "421 4.3.2 Going down"]);
        using var server = new ScriptedServer(line => line.StartsWith("RCPT", StringComparison.Ordinal) ? replies.Dequeue() : null);
        await using var session = await SmtpSession.Open(server.Settings, "app.example", TimeProvider.System, Stop);

        Assert.IsType<Delivery.RecipientRefused>(await Send(session));
        Assert.IsType<Delivery.Accepted>(await Send(session));
        Assert.True(session.IsUsable);
        Assert.IsType<Delivery.RecipientRefused>(await Send(session));
        Assert.False(session.IsUsable);
    }

    [Fact]
    public async Task Where_the_server_allows_it_sender_and_recipient_are_said_in_one_breath()
    {
        List<string> heard = [];
        using var server = new ScriptedServer(line =>
        {
            heard.Add(line);
            return line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-scripted.example\r\n250 PIPELINING"
                : line.StartsWith("MAIL", StringComparison.Ordinal) && heard.Count < 4 ? ""
                : line.StartsWith("RCPT", StringComparison.Ordinal) && heard.Count < 5 ? "250 2.1.0 Sender fine\r\n550 5.1.1 No such user"
                : null;
        });
        await using var session = await SmtpSession.Open(server.Settings, "app.example", TimeProvider.System, Stop);

        // The server waits with its first reply until it has heard both.
        Assert.IsType<Delivery.RecipientRefused>(await Send(session));
        Assert.IsType<Delivery.Accepted>(await Send(session));
        Assert.Equal(["hello", "EHLO", "MAIL", "RCPT", "RSET", "MAIL", "RCPT", "DATA", "."], heard.Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("451 4.3.0 Later")]
    [InlineData("421 4.3.2 Going down")]
    public async Task A_sender_that_is_refused_in_one_breath_with_the_recipient_is_what_counts(string reply)
    {
        using var server = new ScriptedServer(line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-scripted.example\r\n250 PIPELINING"
            : line.StartsWith("MAIL", StringComparison.Ordinal) ? reply
            : line.StartsWith("RCPT", StringComparison.Ordinal) ? "503 5.5.1 Sender first"
            : null);
        await using var session = await SmtpSession.Open(server.Settings, "app.example", TimeProvider.System, Stop);

        Assert.Equal(reply, Assert.IsType<Delivery.Refused>(await Send(session)).Trouble);
    }

    [Fact]
    public async Task A_mail_withdrawn_at_the_last_moment_is_not_sent()
    {
        using var server = new ScriptedServer(_ => null);
        await using var session = await SmtpSession.Open(server.Settings, "app.example", TimeProvider.System, Stop);

        Assert.IsType<Delivery.Withdrawn>(await session.Send("umfrage@kern-partner.example", "nora@post.example", Message, () => Task.FromResult(false), Stop));
        Assert.IsType<Delivery.Accepted>(await Send(session));
        Assert.Single(server.Arrived);
    }

    private static Task<Delivery> Send(SmtpSession session) =>
        session.Send("umfrage+b-1@kern-partner.example", "nora@post.example", Message, () => Task.FromResult(true), Stop);

    private sealed class TestCertificate : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("surveygap-tls").FullName;

        public TestCertificate()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
            System.IO.File.WriteAllText(File, certificate.ExportCertificatePem());
            System.IO.File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        }

        public string File => Path.Combine(_folder, "certificate.pem");

        public string KeyFile => Path.Combine(_folder, "key.pem");

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
