using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Letters;
using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Features.Mail.Smtp;
using SurveyGap.Web.Features.Mail.Words;

namespace SurveyGap.Web.Tests.Mail;

public sealed class SingleMailTests
{
    private static readonly MailSettings Settings = MailSettings.Of(new ConfigurationBuilder().Build()) with
    {
        From = Mailbox.Of("", "umfrage@kern-partner.example"),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de", "Ihr Passwort für SurveyGap", "Er gilt 24 Stunden")]
    [InlineData("en", "Your password for SurveyGap", "It is valid for 24 hours")]
    [InlineData("fr", "Your password for SurveyGap", "It is valid for 24 hours")]
    public async Task The_link_to_set_a_password_arrives_in_the_persons_language(string language, string subject, string words)
    {
        using var sink = await MailSink.Start();
        var delivery = await Mail(sink.Settings).Send(SetPassword("Jürg Müller", "juerg@post.example", language), Stop);
        var mail = await sink.Next();

        Assert.Null(delivery.Trouble);
        Assert.Equal(subject, mail.Headers["subject"]);
        Assert.Equal("Jürg Müller", mail.ToName);
        Assert.Equal("SurveyGap", mail.FromName);
        Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://umfrage.example/password/abc", mail.Text, StringComparison.Ordinal);
        Assert.False(mail.Headers.ContainsKey("list-unsubscribe"));
    }

    [Fact]
    public async Task A_notice_comes_in_the_clients_name()
    {
        using var sink = await MailSink.Start();
        await Mail(sink.Settings).Send(SingleLetter.Notice(
            "Ana", "ana@example.org", "de", ("Alpenblick Versicherung", "#a23b72"), "Noch drei Tage", "Die Welle <Herbst> schliesst am Sonntag.", new Uri("https://umfrage.example/clients/1")), Stop);
        var mail = await sink.Next();

        Assert.Equal("Noch drei Tage", mail.Headers["subject"]);
        Assert.Equal("Alpenblick Versicherung", mail.FromName);
        Assert.Contains("Die Welle <Herbst> schliesst am Sonntag.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Die Welle &lt;Herbst&gt; schliesst", mail.Html, StringComparison.Ordinal);
        Assert.Contains("#a23b72", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_an_outcome()
    {
        using var server = new ScriptedServer(_ => null);
        var delivery = await Mail(server.Settings).Send(SetPassword("Ana", "kein Klammeraffe", "de"), Stop);

        Assert.False(delivery.MayBeRepeated);
        Assert.StartsWith("553", delivery.Trouble, StringComparison.Ordinal);
        Assert.Empty(server.Arrived);
    }

    [Fact]
    public async Task The_letter_box_tries_again_what_the_server_wants_later()
    {
        var asked = 0;
        using var server = new ScriptedServer(line => line.StartsWith("RCPT", StringComparison.Ordinal) && ++asked == 1 ? "451 4.7.1 Later" : null);
        using var box = new LetterBox(Mail(server.Settings), new HurriedClock(), NullLogger<LetterBox>.Instance);
        await box.StartAsync(Stop);

        Assert.True(box.Post(SetPassword("Ana", "ana@example.org", "de")));
        while (server.Count == 0)
            await Task.Delay(20, Stop);
        await box.StopAsync(Stop);

        Assert.Equal(1, server.Count);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task What_waits_when_the_program_stops_still_goes()
    {
        var asked = 0;
        using var server = new ScriptedServer(line => line.StartsWith("RCPT", StringComparison.Ordinal) && ++asked == 1 ? "451 4.7.1 Later" : null);
        using var box = new LetterBox(Mail(server.Settings), TimeProvider.System, NullLogger<LetterBox>.Instance);
        for (var letter = 0; letter < 20; letter++)
            box.Post(SetPassword("Ana", "ana@example.org", "de"));
        await box.StartAsync(Stop);
        while (server.Count == 0)
            await Task.Delay(20, Stop);

        await box.StopAsync(Stop);

        Assert.Equal(20, server.Count);
        Assert.False(box.Post(SetPassword("Ana", "ana@example.org", "de")));
    }

    private static SingleLetter SetPassword(string name, string address, string language) =>
        SingleLetter.SetPassword(name, address, language, new Uri("https://umfrage.example/password/abc"), TimeSpan.FromHours(24));

    private static SingleMail Mail(SmtpSettings smtp) =>
        new(new ShippedTexts(), () => new SmtpRoute(smtp, "app.example", signer: null, TimeProvider.System), Settings, TimeProvider.System);

    // Whatever waits is due at once.
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
