using SurveyGap.Testing;
using SurveyGap.Web.CommandLine;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Bounces;

namespace SurveyGap.Web.Tests.Mail;

public sealed class BounceTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Guid Mail = Guid.Parse("0f3c1a2b-4d5e-6f70-8192-a3b4c5d6e7f8");

    [Fact]
    public void A_notification_names_its_mail_by_the_address_it_came_to()
    {
        var (report, refusal) = BounceReport.Read(Notification());

        Assert.Null(refusal);
        Assert.Equal(new BounceReport(Mail, IsFinal: true, "5.1.1 smtp; 550 5.1.1 <nora@post.example>: unknown user"), report);
    }

    [Fact]
    public void Or_by_the_Message_ID_of_the_mail_that_it_returns() =>
        Assert.Equal(Mail, BounceReport.Read(Notification(to: "umfrage@kern-partner.example")).Report!.Mail);

    [Theory]
    [InlineData("5.1.1", true)]
    [InlineData("5.4.4", true)]
    [InlineData("5.2.2", false)]
    [InlineData("5.7.1", false)]
    [InlineData("4.4.7", false)]
    public void What_may_pass_leaves_the_person_on_the_list(string status, bool final) =>
        Assert.Equal(final, BounceReport.Read(Notification(status: status)).Report!.IsFinal);

    [Theory]
    [InlineData("Action: failed", "Action: delayed", "The mail was not given up: only «Action: failed» is a bounce.")]
    [InlineData("multipart/report; report-type=delivery-status", "multipart/mixed", "This is no delivery status notification.")]
    [InlineData("message/delivery-status", "text/plain", "The delivery status notification has no status part.")]
    [InlineData("0f3c1a2b", "nonsense", "The notification names none of our mails.")]
    public void Whatever_is_no_bounce_is_refused_in_one_line(string part, string instead, string refusal) =>
        Assert.Equal(refusal, BounceReport.Read(Notification().Replace(part, instead, StringComparison.Ordinal)).Refusal);

    [Fact]
    public void An_automatic_reply_is_no_bounce() =>
        Assert.NotNull(BounceReport.Read($"From: nora@post.example\nTo: umfrage+b-{Mail:N}@kern-partner.example\nAuto-Submitted: auto-replied\nSubject: Ferien\n\nBin weg.").Refusal);

    [Fact]
    public async Task A_bounce_marks_the_mail_and_the_person_and_ends_their_mails()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite(2);
        await world.Send(MailKind.Invitation);
        await world.SendAll(server.Settings);
        var mails = await world.Rows<Guid>("select mail_id from outbox join invitation using (client_id, wave_id, invitation_id) order by email");
        var store = new BounceStore(database.Resolver, database.Client, world.Clock);

        Assert.True(await store.Mark(new BounceReport(mails[0], IsFinal: true, "5.1.1 gone"), TestContext.Current.CancellationToken));
        Assert.True(await store.Mark(new BounceReport(mails[1], IsFinal: false, "4.4.7 expired"), TestContext.Current.CancellationToken));
        Assert.False(await store.Mark(new BounceReport(Guid.NewGuid(), IsFinal: true, ""), TestContext.Current.CancellationToken));

        Assert.Equal(["kunde1@post.example"], await world.Rows<string>("select email from invitation where bounced"));
        Assert.Equal(["bounced", "bounced"], await world.Rows<string>("select reason from outbox where state = 'failed'"));
        Assert.Single(await world.Rows<byte[]>("select address_hash from suppression where reason = 'bounced'"));
    }

    [Fact]
    public async Task The_command_refuses_in_one_line()
    {
        using var console = new CommandLine.Console();
        await console.Run("bounce", "--file", console.File("mail.eml", "Subject: Hello\n\nHello"));

        Assert.Equal(ExitCode.BadInput, console.ExitCode);
        Assert.Equal("This is no delivery status notification.", console.Error.Trim());
    }

    /// <summary>As a server sends it about one of our mails.</summary>
    internal static string Notification(Guid mail) => Notification().Replace($"{Mail:N}", $"{mail:N}", StringComparison.Ordinal);

    private static string Notification(string? to = null, string status = "5.1.1") => $"""
        Return-Path: <>
        From: MAILER-DAEMON@mail.example (Mail Delivery System)
        To: {to ?? $"umfrage+b-{Mail:N}@kern-partner.example"}
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
            boundary="4CF1"

        --4CF1
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --4CF1
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example

        Final-Recipient: rfc822; nora@post.example
        Action: failed
        Status: {status}
        Diagnostic-Code: smtp; 550 5.1.1
            <nora@post.example>: unknown user

        --4CF1
        Content-Type: text/rfc822-headers

        Subject: Wie gut ist unser Service?
        Message-ID: <{Mail:N}@kern-partner.example>

        --4CF1--
        """;
}
