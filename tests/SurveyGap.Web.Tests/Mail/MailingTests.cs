using Dapper;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Mail.Outbox;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>Who is chosen.</summary>
public sealed class MailingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reminder_goes_to_the_unflagged_the_unbounced_and_the_subscribed()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite("ok@post.example", "done@post.example", "gone@post.example", "bounced@post.example", "revoked@post.example", "hash@post.example");
        await world.Send(MailKind.Invitation);
        await world.SendAll(server.Settings);
        await world.Invite("late@post.example");
        await world.Sql("update invitation set answered = true where client_id = @Client and email like 'done%'");
        await world.Sql("update invitation set bounced = true where client_id = @Client and email like 'bounced%'");
        await world.Sql("update invitation set revoked_at = now() where client_id = @Client and email like 'revoked%'");
        await world.Suppression.Unsubscribe(new Unsubscription(world.Client, world.Study, world.Keys.HashOf("gone@post.example")), fromAll: false);
        await world.Suppression.Unsubscribe(new Unsubscription(world.Client, world.Study, world.Keys.HashOf("Hash@Post.example")), fromAll: true);
        server.Arrived.Clear();

        // The number holds the revoked one as well; the mail does not go there.
        Assert.Equal(2, await world.Mailings.Reach(world.Client, world.Wave, MailKind.Reminder, Stop));
        await world.Send(MailKind.Reminder);
        await world.SendAll(server.Settings);

        Assert.Contains("\nTo: =?utf-8?B?SsO8cmcgTcO8bGxlcg==?= <ok@post.example>\n", Assert.Single(server.Arrived), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_are_two_reminders_and_no_third()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite(1);
        foreach (var kind in (IEnumerable<MailKind>)[MailKind.Invitation, MailKind.Reminder, MailKind.LastReminder])
        {
            await world.Send(kind);
            await world.SendAll(server.Settings);
        }

        Assert.Equal(3, server.Arrived.Count);
        foreach (var kind in (IEnumerable<MailKind>)[MailKind.Reminder, MailKind.LastReminder])
            Assert.False(await world.Mailings.Plan(world.Client, world.Wave, new NewMailing { Mailing = Guid.NewGuid(), Kind = kind, DueAt = world.Clock.Now }));
    }

    [Fact]
    public async Task Who_unsubscribes_while_the_mail_waits_gets_none()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite(2);
        await world.Send(MailKind.Invitation);
        await world.Suppression.Unsubscribe(new Unsubscription(world.Client, world.Study, world.Keys.HashOf("kunde1@post.example")), fromAll: false);
        await world.SendAll(server.Settings);

        Assert.Single(server.Arrived);
        Assert.Equal(new() { ["sent"] = 1, ["failed"] = 1 }, await world.States());
    }

    [Fact]
    public async Task A_planned_reminder_waits_for_its_day_and_for_the_opening()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite(1);
        await world.Mailings.Plan(world.Client, world.Wave, new NewMailing { Mailing = Guid.NewGuid(), Kind = MailKind.Reminder, DueAt = MailWorld.Opening.AddDays(7) });
        await world.Send(MailKind.Invitation);
        await world.SendAll(server.Settings);

        world.Clock.Advance(TimeSpan.FromDays(6));
        await world.Mailings.QueueDue(Stop);
        Assert.Equal(new() { ["sent"] = 1 }, await world.States());
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.Sql("update wave set opened_at = null where client_id = @Client");
        await world.Mailings.QueueDue(Stop);
        Assert.Equal(new() { ["sent"] = 1 }, await world.States());
        await world.Sql("update wave set opened_at = opens_at where client_id = @Client");
        await world.Mailings.QueueDue(Stop);
        Assert.Equal(new() { ["sent"] = 1, ["queued"] = 1 }, await world.States());
    }

    [Fact]
    public async Task Thanks_go_to_everybody_once_the_wave_is_closed()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite(2);
        await world.Sql("update invitation set answered = true where client_id = @Client and email like 'kunde1%'");
        await world.Send(MailKind.Thanks);
        Assert.Empty(await world.States());

        await world.Sql("update wave set closed_at = now() where client_id = @Client");
        await world.Mailings.QueueDue(Stop);
        await world.SendAll(server.Settings);

        Assert.Equal(2, server.Arrived.Count);
        Assert.DoesNotContain("/r/", string.Concat(server.Arrived), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailing_that_fails_stops_no_other()
    {
        using var world = await MailWorld.Create(database);
        await world.Invite(2);
        foreach (var kind in (IEnumerable<MailKind>)[MailKind.Invitation, MailKind.Reminder])
            await world.Mailings.Plan(world.Client, world.Wave, new NewMailing { Mailing = Guid.NewGuid(), Kind = kind, DueAt = world.Clock.Now });
        await using var owner = await TestDatabase.Connect(database.Owner);
        await owner.ExecuteAsync("update mailing set due_at = due_at - interval '1 minute' where kind = 'reminder'");
        await owner.ExecuteAsync("alter table mailing add constraint broken check (kind <> 'reminder' or state <> 'queued')");
        try
        {
            await world.Mailings.QueueDue(Stop);
        }
        finally
        {
            await owner.ExecuteAsync("alter table mailing drop constraint broken");
        }

        Assert.Equal(new() { ["queued"] = 2 }, await world.States());
    }

    [Fact]
    public async Task What_became_of_reminders_is_told_in_steps_of_five()
    {
        using var world = await MailWorld.Create(database);
        using var server = new ScriptedServer(_ => null);
        await world.Invite(7);
        await world.Send(MailKind.Invitation);
        await world.SendAll(server.Settings);
        var reminder = await world.Send(MailKind.Reminder);
        await world.Sql("update outbox set state = 'failed', reason = 'refused' where client_id = @Client and kind = 'reminder' and invitation_id in (select invitation_id from invitation where email like 'kunde1%')");
        await world.Sql("update outbox set state = 'unknown', reason = 'interrupted' where client_id = @Client and kind = 'reminder' and state = 'queued'");

        var progress = (await world.Control.Progress(world.Client, world.Wave, Stop)).Single(each => each.MailingId == reminder);

        Assert.Equal((5, 10), (progress.Failed, progress.Unknown));
        Assert.Equal([10, 5], (await world.Control.Troubles(world.Client, world.Wave, Stop)).Select(trouble => trouble.Mails));
    }

    [Fact]
    public async Task Nothing_is_sent_again_to_somebody_forgotten_or_in_a_closed_wave()
    {
        using var world = await MailWorld.Create(database);
        await world.Invite(3);
        var mailing = await world.Send(MailKind.Invitation);
        await world.Sql("update outbox set state = 'failed', reason = 'refused' where client_id = @Client");
        await world.Sql("update outbox set invitation_id = null where mail_id = (select mail_id from outbox where client_id = @Client limit 1)");
        Assert.Equal(2, await world.Control.Retry(world.Client, world.Wave, mailing));

        await world.Sql("update outbox set state = 'failed', reason = 'refused' where client_id = @Client");
        await world.Sql("update wave set closed_at = now() where client_id = @Client");
        Assert.Equal(0, await world.Control.Retry(world.Client, world.Wave, mailing));
    }

    [Fact]
    public async Task A_mail_that_cannot_leave_now_and_has_lost_its_person_has_failed()
    {
        using var world = await MailWorld.Create(database);
        await world.Invite(1);
        await world.Send(MailKind.Invitation);
        var due = await world.Outbox.Due(10, Stop);
        var letter = Assert.Single(await world.Outbox.Claim(world.Client, [.. due.Select(mail => mail.MailId)], TimeSpan.FromMinutes(5), Stop));
        await world.Sql("update outbox set invitation_id = null where client_id = @Client");

        await world.Outbox.Write(world.Client, [(letter, new Outcome(MailState.Queued, MailReason.Busy, "450", world.Clock.Now.AddMinutes(1)))]);

        Assert.Equal(new() { ["failed"] = 1 }, await world.States());
    }

    [Fact]
    public async Task Another_clients_mailing_cannot_be_touched()
    {
        using var world = await MailWorld.Create(database);
        await world.Invite(1);
        var mailing = await world.Send(MailKind.Invitation);
        var cleos = Guid.NewGuid();

        Assert.False(await world.Control.Pause(cleos, world.Wave, mailing));
        Assert.False(await world.Control.Cancel(cleos, world.Wave, mailing));
        Assert.Equal(0, await world.Control.Retry(cleos, world.Wave, mailing));
        Assert.Empty(await world.Control.Progress(cleos, world.Wave, Stop));
        Assert.False(await world.Mailings.Plan(cleos, world.Wave, new NewMailing { Mailing = Guid.NewGuid(), Kind = MailKind.Invitation, DueAt = world.Clock.Now }));
    }
}
