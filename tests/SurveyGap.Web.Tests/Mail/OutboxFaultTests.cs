using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>Whatever the server or the machine does: no second mail, nothing stuck, nothing silent.</summary>
public sealed class OutboxFaultTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hello", "421 4.3.2 Not now", MailReason.Line)]
    [InlineData("MAIL", "421 4.3.2 Not now", MailReason.Busy)]
    [InlineData("RCPT", "451 4.7.1 Greylisted", MailReason.Busy)]
    [InlineData("RCPT", "", MailReason.Line)]
    [InlineData("DATA", ScriptedServer.HangUp, MailReason.Line)]
    [InlineData(".", "451 4.3.0 Disk full", MailReason.Busy)]
    public async Task What_surely_did_not_arrive_is_tried_again_later(string at, string reply, string reason)
    {
        var bad = true;
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(line => bad && line.StartsWith(at, StringComparison.Ordinal) ? reply : null);
        await world.Invite(3);
        await world.Send(MailKind.Invitation);

        await world.SendAll(server.SettingsFor(reply));
        Assert.Equal(3, (await world.States())["queued"]);
        Assert.All(await world.Rows<string>("select reason from outbox where client_id = @Client"), found => Assert.Equal(reason, found));

        bad = false;
        server.Arrived.Clear();
        await world.SendAll(server.Settings);
        Assert.Empty(server.Arrived);
        world.Clock.Advance(TimeSpan.FromMinutes(6));
        await world.SendAll(server.Settings);
        Assert.Equal(3, (await world.States())["sent"]);
        Assert.Equal(3, server.Arrived.Count);
    }

    [Fact]
    public async Task A_server_that_is_down_for_an_hour_delays_and_loses_nothing()
    {
        using var world = await MailWorld.Create(database);
        await world.Invite(20);
        await world.Send(MailKind.Invitation);
        var nobody = new SmtpSettings { Host = "127.0.0.1", Port = 1, Security = SmtpSecurity.None };
        for (var minute = 0; minute < 60; minute += 5)
        {
            await world.SendAll(nobody);
            world.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(20, (await world.States())["queued"]);
        using var server = new ScriptedServer(_ => null);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.SendAll(server.Settings);
        Assert.Equal(20, server.Arrived.Count);
    }

    [Theory]
    [InlineData(ScriptedServer.HangUp)]
    [InlineData("")]
    public async Task What_may_have_arrived_waits_for_a_person_and_keeps_its_Message_ID(string silence)
    {
        var bad = true;
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(line => bad && line == "." ? silence : null);
        await world.Invite(2);
        var mailing = await world.Send(MailKind.Invitation);

        await world.SendAll(server.SettingsFor(silence));
        bad = false;
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.SendAll(server.Settings);
        Assert.Equal(2, (await world.States())["unknown"]);
        var trouble = Assert.Single(await world.Control.Troubles(world.Client, world.Wave, Stop));
        Assert.Equal((MailState.Unknown, MailReason.Interrupted, 2L), (trouble.State, trouble.Reason, trouble.Mails));

        Assert.Equal(2, await world.Control.Retry(world.Client, world.Wave, mailing));
        await world.SendAll(server.Settings);
        Assert.Equal(4, server.Arrived.Count);
        Assert.Equal(2, server.Arrived.Select(MessageId).Distinct().Count());
        Assert.Equal(2, (await world.States())["sent"]);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_written_to_no_more()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(line => line.Contains("kunde2@", StringComparison.Ordinal) ? "550 5.1.1 No such user" : null);
        await world.Invite(3);
        await world.Send(MailKind.Invitation);
        await world.SendAll(server.Settings);

        Assert.Equal(new() { ["sent"] = 2, ["failed"] = 1 }, await world.States());
        Assert.Equal(["kunde2@post.example"], await world.Rows<string>("select email from invitation where client_id = @Client and bounced"));
        Assert.Equal([world.Keys.HashOf("KUNDE2@post.example")], await world.Rows<byte[]>("select address_hash from suppression where client_id = @Client"));
        Assert.Equal(2, await world.Mailings.Reach(world.Client, world.Wave, MailKind.Reminder, Stop));
    }

    [Theory]
    [InlineData("451 4.7.1 <nora@post.example>: Greylisted", "451 4.7.1 <…>: Greylisted")]
    [InlineData("550 5.1.1 nora@post.example... User unknown; see https://help.example/?to=nora%40post.example", "550 5.1.1 … User unknown; see https:…")]
    [InlineData("550 no address here", "550 no address here")]
    public void The_servers_words_are_kept_without_addresses(string said, string kept) => Assert.Equal(kept, ServerWords.Of(said));

    [Fact]
    public async Task A_server_that_blocks_us_does_not_empty_the_list_of_people()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.7.1 Your address is blocked" : null);
        await world.Invite(2);
        var mailing = await world.Send(MailKind.Invitation);
        await world.SendAll(server.Settings);

        Assert.Equal(2, (await world.States())["failed"]);
        Assert.Empty(await world.Rows<byte[]>("select address_hash from suppression where client_id = @Client"));
        Assert.Equal(2, await world.Control.Retry(world.Client, world.Wave, mailing));
    }

    [Fact]
    public async Task Two_senders_at_once_double_nothing()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite(200);
        await world.Send(MailKind.Invitation);

        await Task.WhenAll(world.SendAll(server.Settings), world.SendAll(server.Settings), world.SendAll(server.Settings));

        Assert.Equal(200, server.Arrived.Count);
        Assert.Equal(200, server.Arrived.Select(MessageId).Distinct().Count());
        Assert.Equal(200, (await world.States())["sent"]);
    }

    [Fact]
    public async Task A_sender_that_dies_leaves_what_it_claimed_to_others_and_one_unknown()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite(10);
        await world.Send(MailKind.Invitation);

        // It dies with the fourth mail on its way: nothing is written down any more.
        var dying = new DyingRoute(new SmtpRoute(server.Settings, "app.example", signer: null, TimeProvider.System), after: 3);
        await world.Sender(smtp: null, () => dying).SendDue(Stop);
        await world.Sql("update outbox set next_attempt_at = @until where client_id = @Client and state = 'queued'", new { world.Client, until = world.Clock.Now.AddMinutes(5) });

        await world.SendAll(server.Settings);
        Assert.Equal(new() { ["sent"] = 3, ["sending"] = 1, ["queued"] = 6 }, await world.States());
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.SendAll(server.Settings);
        Assert.Equal(new() { ["sent"] = 9, ["unknown"] = 1 }, await world.States());
        Assert.Equal(9, server.Arrived.Select(MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_program_that_is_stopped_finishes_the_mail_in_hand_and_gives_the_rest_back()
    {
        using var world = await MailWorld.Create(database);
        using var stop = new CancellationTokenSource();
        using var server = new ScriptedServer(line =>
        {
            if (line == ".")
                stop.Cancel();
            return null;
        });
        await world.Invite(20);
        await world.Send(MailKind.Invitation);

        await world.Sender(server.Settings with { Connections = 1 }).SendDue(stop.Token);

        Assert.Equal(new() { ["sent"] = 1, ["queued"] = 19 }, await world.States());
        Assert.Equal(19, (await world.Outbox.Due(100, Stop)).Count);
    }

    [Fact]
    public async Task A_sender_whose_claim_ran_out_sends_nothing()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite(1);
        await world.Send(MailKind.Invitation);
        var due = Assert.Single(await world.Outbox.Due(10, Stop));
        var stale = Assert.Single(await world.Outbox.Claim(due.ClientId, [due.MailId], TimeSpan.FromMinutes(5), Stop));

        world.Clock.Advance(TimeSpan.FromMinutes(6));
        await world.SendAll(server.Settings);

        Assert.Empty(await world.Outbox.Write(world.Client, [(stale, Outcome.Leaving(world.Clock.Now))]));
        Assert.Single(server.Arrived);
    }

    [Fact]
    public async Task A_claim_that_is_marked_twice_because_the_first_reply_was_lost_still_leaves()
    {
        using var world = await MailWorld.Create(database);
        await world.Invite(1);
        await world.Send(MailKind.Invitation);
        var due = Assert.Single(await world.Outbox.Due(10, Stop));
        var letter = Assert.Single(await world.Outbox.Claim(due.ClientId, [due.MailId], TimeSpan.FromMinutes(5), Stop));

        for (var i = 0; i < 2; i++)
            Assert.Single(await world.Outbox.Write(world.Client, [(letter, Outcome.Leaving(world.Clock.Now.AddMinutes(20)))]));
        Assert.Single(await world.Outbox.Write(world.Client, [(letter, new Outcome(MailState.Sent))]));
        Assert.Empty(await world.Outbox.Write(world.Client, [(letter, Outcome.Leaving(world.Clock.Now.AddMinutes(20)))]));
    }

    [Fact]
    public async Task A_wave_whose_mails_cannot_be_written_keeps_no_other_waves_mails_back()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        foreach (var questionnaire in (string[])["'{}'", "questionnaire", "'{}'"])
        {
            await world.OpenWave();
            await world.Invite(2);
            await world.Send(MailKind.Invitation);
            await world.Sql($"update wave set questionnaire = {questionnaire} where client_id = @Client and wave_id = @Wave");
        }

        await world.SendAll(server.Settings);

        Assert.Equal(new() { ["sent"] = 2, ["queued"] = 4 }, await world.States());
    }

    [Fact]
    public async Task A_server_that_takes_one_line_at_a_time_gets_all_mails_over_that_line()
    {
        using var world = await MailWorld.Create(database);
        var lines = 0;
        using var server = new ScriptedServer(line => line == "hello" && Interlocked.Increment(ref lines) > 1 ? "421 4.7.0 Too many connections" : null);
        await world.Invite(50);
        await world.Send(MailKind.Invitation);

        await world.SendAll(server.Settings with { Connections = 4 });

        // The mails in the hands of the three that were turned away wait; no other does.
        Assert.Equal(new() { ["sent"] = 47, ["queued"] = 3 }, await world.States());
    }

    [Fact]
    public async Task All_lines_together_keep_the_pace_that_the_server_lets_through()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite(11);
        await world.Send(MailKind.Invitation);
        var clock = new CountingClock(world.Clock.Now);

        await world.Sender(server.Settings with { Connections = 3, MailsPerSecond = 5 }, clock: clock).SendDue(Stop);

        // The clock stands still, so the pauses tell when each mail may go: the eleventh after two seconds.
        Assert.Equal(Enumerable.Range(1, 10).Select(mail => TimeSpan.FromSeconds(mail / 5.0)), clock.Pauses.Order());
    }

    [Fact]
    public async Task Nothing_is_sent_after_the_close()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "451 Later" : null);
        await world.Invite(1);
        world.Clock.Advance(MailWorld.Closing - MailWorld.Opening - TimeSpan.FromMinutes(3));
        await world.Send(MailKind.Invitation);

        await world.SendAll(server.Settings);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SendAll(server.Settings);

        Assert.Equal([MailReason.TooLate], await world.Rows<string>("select reason from outbox where client_id = @Client and state = 'failed'"));
    }

    private static string MessageId(string message) => message.Split('\n').Single(line => line.StartsWith("Message-ID:", StringComparison.Ordinal));

    private sealed class PowerCutException : Exception;

    private sealed class DyingRoute(IMailRoute route, int after) : IMailRoute
    {
        private int _sent;

        public bool IsOpen => true;

        public async Task<Delivery> Send(Mailbox bounces, MailMessage message, Func<Task<bool>> aboutToSend, CancellationToken stop)
        {
            if (_sent++ < after)
                return await route.Send(bounces, message, aboutToSend, stop);
            await aboutToSend();
            throw new PowerCutException();
        }

        public ValueTask DisposeAsync() => route.DisposeAsync();
    }
}
