using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;

namespace SurveyGap.Web.Features.Planning;

/// <summary>Opens waves that lack nothing: at once, or when their time has come.</summary>
public sealed class WaveOpening(WavePlanStore plans, Readiness readiness, WaveStore waves, MailingStore mailings, MailingControlStore control, TimeProvider clock)
{
    private static readonly TimeSpan ToCallBack = TimeSpan.FromMinutes(1);

    /// <summary>Opens the wave now, or agrees that it opens on its date; the invitations go out then.</summary>
    public async Task<Opening> Agree(OpeningOrder order, CancellationToken cancellation = default)
    {
        if (await Ready(order.Client, order.Wave, cancellation) is not { } plan)
            return Opening.NotReady;
        if (plan.OpenedAt is not null)
            return Opening.AlreadyOpen;

        var now = clock.GetUtcNow();
        var isNow = order.Now || plan.OpensAt <= now;
        // First the mails: they wait for the opening, and an opening that is cut off here is tried again with the same mailing.
        if (order.Invitations is { } mailing)
            await Invite(order, mailing, isNow ? now + ToCallBack : plan.OpensAt, cancellation);
        if (isNow)
            return await waves.Open(order.Client, order.Wave, now, order.By, cancellation);
        await waves.Confirm(order.Client, order.Wave, now, order.By, cancellation);
        return Opening.Agreed;
    }

    /// <summary>Opens a wave whose time has come, if it still lacks nothing.</summary>
    public async Task<Opening> OpenOnTime(Guid client, Guid wave, CancellationToken cancellation) =>
        await Ready(client, wave, cancellation) is null ? Opening.NotReady : await waves.Open(client, wave, clock.GetUtcNow(), cancellation);

    /// <summary>Takes the agreement back, and the invitations that were to go out with it.</summary>
    public async Task Withdraw(Guid client, Guid wave, Guid? account, CancellationToken cancellation)
    {
        if (!await waves.Withdraw(client, wave, clock.GetUtcNow(), account, cancellation))
            return;
        foreach (var mailing in (await control.Progress(client, wave, cancellation)).Where(each => each.State == "planned" && each.Kind == MailKind.Invitation.Name))
            await control.Cancel(client, wave, mailing.MailingId);
    }

    private async Task<WavePlan?> Ready(Guid client, Guid wave, CancellationToken cancellation) =>
        await plans.Find(client, wave, cancellation) is { } plan && (plan.OpenedAt is not null || !readiness.Of(plan).Any(finding => finding.Blocks)) ? plan : null;

    private async Task Invite(OpeningOrder order, Guid mailing, DateTimeOffset due, CancellationToken cancellation)
    {
        var sender = await control.Sender(order.Client, order.Wave, order.Sender, cancellation);
        await mailings.Plan(order.Client, order.Wave, new NewMailing
        {
            Mailing = mailing,
            Kind = MailKind.Invitation,
            DueAt = due,
            ReplyTo = sender.ReplyTo,
            Account = order.Sender,
        });
    }
}

/// <summary>Somebody's wish to open a wave.</summary>
/// <param name="Sender">To whom people answer when they answer an invitation.</param>
/// <param name="Now">Before its date.</param>
/// <param name="Invitations">The mailing that takes the invitations, made by the form: pressing twice invites once. Null: nobody is written to.</param>
public sealed record OpeningOrder(Guid Client, Guid Wave, Actor By, Guid Sender, bool Now, Guid? Invitations);
