using System.Diagnostics;
using System.Text.RegularExpressions;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Mailings;

namespace SurveyGap.Web.Tests.Mail;

public sealed partial class OutboxTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_invited_person_gets_one_mail_with_a_link_of_their_own()
    {
        using var world = await MailWorld.Create(database);
        using var sink = await MailSink.Start();
        await world.Invite(3);

        await world.Send(MailKind.Invitation);
        await world.SendAll(sink.Settings);

        var mails = await sink.All();
        Assert.Equal(3, mails.Count);
        Assert.Equal(3, mails.Select(mail => mail.Headers["message-id"]).Distinct().Count());
        var mail = mails.Single(mail => mail.To![0] == "kunde1@post.example");
        Assert.Equal("Alpenblick Versicherung <umfrage@kern-partner.example>", mail.Headers["from"]);
        Assert.Equal("Jürg Müller", mail.ToName);
        Assert.Equal("ana@kern-partner.example", mail.Headers["reply-to"]);
        Assert.Equal("Wie gut ist unser Service? 4 Minuten bis 29.\u00A0November", mail.Headers["subject"]);
        Assert.Contains("Guten Tag Jürg Müller\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains(" kurze Fragen, rund **4 Minuten**, bis **Sonntag, 29.\u00A0November**.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Regula Amstad, Leiterin Kundendienst", mail.Text, StringComparison.Ordinal);
        Assert.Contains("· Alpenblick Versicherung, Seestrasse 12, 6003 Luzern", mail.Text, StringComparison.Ordinal);
        Assert.Matches(BounceAddress(), mail.From);

        var tokens = mails.Select(taken => Link().Match(taken.Text).Groups["token"].Value).ToHashSet();
        var invitations = await world.Rows<Guid>("select invitation_id from invitation where client_id = @Client");
        Assert.Equal(invitations.Select(invitation => world.WaveKeys.Link(invitation, 1).Reveal()).ToHashSet(), tokens);
    }

    [Fact]
    public async Task Five_thousand_arrive_once_each()
    {
        using var world = await MailWorld.Create(database);
        using var sink = await MailSink.Start(new { readEach = 100 });
        await world.Invite(5000);
        await world.Send(MailKind.Invitation);
        var arriving = sink.All(5000);

        var watch = Stopwatch.StartNew();
        await world.SendAll(sink.Settings);
        TestContext.Current.SendDiagnosticMessage("5,000 mails in {0:0.0} s", watch.Elapsed.TotalSeconds);

        var mails = await arriving;
        Assert.Equal(5000, mails.Select(mail => mail.To![0]).Distinct().Count());
        Assert.Equal(5000, mails.Count);
        Assert.Equal(5000, (await world.States())["sent"]);
    }

    [Fact]
    public async Task Neither_link_nor_words_nor_address_stand_in_the_outbox()
    {
        using var world = await MailWorld.Create(database);
        using var sink = await MailSink.Start();
        await world.Invite(1);
        await world.Send(MailKind.Invitation);
        var before = Assert.Single(await world.Rows<string>("select outbox::text from outbox where client_id = @Client"));
        await world.SendAll(sink.Settings);
        var after = Assert.Single(await world.Rows<string>("select outbox::text from outbox where client_id = @Client"));

        var token = Link().Match((await sink.All()).Single().Text).Groups["token"].Value;
        foreach (var row in (string[])[before, after])
        {
            Assert.DoesNotContain(token, row, StringComparison.Ordinal);
            Assert.DoesNotContain("kunde1", row, StringComparison.Ordinal);
            Assert.DoesNotContain("Service", row, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pressing_send_twice_queues_once()
    {
        using var world = await MailWorld.Create(database);
        await world.Invite(2);
        var mailing = new NewMailing { Mailing = Guid.NewGuid(), Kind = MailKind.Invitation, DueAt = world.Clock.Now };

        Assert.True(await world.Mailings.Plan(world.Client, world.Wave, mailing));
        Assert.False(await world.Mailings.Plan(world.Client, world.Wave, mailing));
        await Task.WhenAll(world.Mailings.QueueDue(Stop), world.Mailings.QueueDue(Stop));
        // And once more, from a second window: only who came since is new.
        await world.Invite("neu@post.example");
        await world.Send(MailKind.Invitation);

        Assert.Equal(3, (await world.States())["queued"]);
    }

    [Fact]
    public async Task Within_the_first_minute_nothing_is_queued_and_all_can_be_called_back()
    {
        using var world = await MailWorld.Create(database);
        await world.Invite(2);
        var mailing = new NewMailing { Mailing = Guid.NewGuid(), Kind = MailKind.Invitation, DueAt = world.Clock.Now.AddMinutes(1) };
        await world.Mailings.Plan(world.Client, world.Wave, mailing);

        world.Clock.Advance(TimeSpan.FromSeconds(59));
        await world.Mailings.QueueDue(Stop);
        Assert.Empty(await world.States());
        Assert.True(await world.Control.Cancel(world.Client, world.Wave, mailing.Mailing));
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        await world.Mailings.QueueDue(Stop);

        Assert.Empty(await world.States());
    }

    [Fact]
    public async Task A_paused_mailing_stands_still_and_goes_on_where_it_was()
    {
        using var world = await MailWorld.Create(database);
        using var sink = await MailSink.Start();
        await world.Invite(3);
        var mailing = await world.Send(MailKind.Invitation);

        Assert.True(await world.Control.Pause(world.Client, world.Wave, mailing));
        await world.SendAll(sink.Settings);
        Assert.Equal(3, (await world.States())["paused"]);
        Assert.True(await world.Control.Resume(world.Client, world.Wave, mailing));
        await world.SendAll(sink.Settings);

        Assert.Equal(3, (await sink.All()).Count);
    }

    [Fact]
    public async Task A_wave_has_its_own_words()
    {
        using var world = await MailWorld.Create(database);
        using var sink = await MailSink.Start();
        await world.Invite(1);
        await world.Texts.Keep(world.Client, world.Wave, new() { Kind = "invitation", Language = "de", Markdown = "# Grüezi {{name}}\n\n[Los]({{link}})\n\n[Nein]({{unsubscribe}})" });
        await world.Send(MailKind.Invitation);
        await world.SendAll(sink.Settings);

        Assert.Equal("Grüezi Jürg Müller", (await sink.All()).Single().Headers["subject"]);
    }

    [GeneratedRegex(@"https://umfrage\.example/r/(?<token>[A-Za-z0-9_-]{43})\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^umfrage\+b-[0-9a-f]{32}@kern-partner\.example$", RegexOptions.None, 1000)]
    private static partial Regex BounceAddress();
}
