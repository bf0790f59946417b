using System.Collections.Concurrent;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>Sends what is due, over several lines at once. Any number of instances may do so at the same time.</summary>
public sealed partial class OutboxSender(
    OutboxStore outbox, Desks desks, Func<IMailRoute> route, MailSettings settings, TimeProvider clock, ILogger<OutboxSender> log)
{
    private const int MostAtOnce = 1000;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    // RFC 5321 grants the server ten minutes for the reply to a message; whoever is silent longer has died.
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(20);

    // What is on its way when the program stops may finish: half a mail would be an «unknown».
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly Pace _pace = new(settings.Smtp?.MailsPerSecond, clock);

    /// <summary>One round; how many mails it dealt with.</summary>
    public async Task<int> SendDue(CancellationToken stop)
    {
        var due = await outbox.Due(Batch, stop);
        foreach (var lost in due.Where(mail => mail.State == MailState.Sending).GroupBy(mail => mail.ClientId, mail => mail.MailId))
            await outbox.Lose(lost.Key, [.. lost], stop);
        foreach (var client in due.Where(mail => mail.State == MailState.Queued).GroupBy(mail => mail.ClientId, mail => mail.MailId))
        {
            var letters = await outbox.Claim(client.Key, [.. client], Lease, stop);
            foreach (var wave in letters.GroupBy(letter => letter.WaveId))
                await SendWave(client.Key, wave.Key, [.. wave], stop);
        }

        return due.Count;
    }

    // A wave whose mails cannot be written keeps no other wave's back; its own are due again when the lease ends.
    private async Task SendWave(Guid client, Guid wave, IReadOnlyCollection<Letter> letters, CancellationToken stop)
    {
        try
        {
            await SendAll(client, await desks.Of(client, wave, stop), letters, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The kind of fault alone: its message may quote an address.
            Failed(wave, fault.GetType().Name);
        }
    }

    // No more than can leave within the lease.
    private int Batch => settings.Smtp?.MailsPerSecond is { } rate ? Math.Clamp((int)(rate * Lease.TotalSeconds / 2), 1, MostAtOnce) : MostAtOnce;

    private async Task SendAll(Guid client, Desk desk, IReadOnlyCollection<Letter> letters, CancellationToken stop)
    {
        var waiting = new ConcurrentQueue<Letter>(letters);
        var ledger = new Ledger(outbox, client);
        var refusal = "";
        using var finish = new CancellationTokenSource();
        await using var _ = stop.Register(() => finish.CancelAfter(Grace));
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(settings.Smtp?.Connections ?? 1, letters.Count)).Select(async _ =>
            {
                await using var line = route();
                while (line.IsOpen && !stop.IsCancellationRequested && waiting.TryDequeue(out var letter))
                {
                    await _pace.Wait(finish.Token);
                    if (await Send(desk, line, letter, ledger, finish.Token) is Delivery.LineFailed failed)
                        refusal = failed.Reason;
                }
            }));

            // The server lets no line in: the rest waits as if each mail had asked.
            while (!stop.IsCancellationRequested && waiting.TryDequeue(out var letter))
                ledger.Record(letter, Outcome.Of(new Delivery.LineFailed(refusal), letter, clock.GetUtcNow()));
        }
        finally
        {
            await ledger.Settle();
            if (!waiting.IsEmpty)
                await outbox.Release(client, [.. waiting]);
        }
    }

    private async Task<Delivery?> Send(Desk desk, IMailRoute line, Letter letter, Ledger ledger, CancellationToken finish)
    {
        var (message, reason) = desk.Write(letter, clock.GetUtcNow());
        if (message is null)
        {
            ledger.Record(letter, Outcome.Failed(reason!));
            return null;
        }

        var bounces = settings.Bounces.WithTag($"b-{letter.MailId:N}");
        var delivery = await line.Send(bounces, message, () => ledger.Begin(letter, clock.GetUtcNow() + Lost), finish);
        if (delivery is not Delivery.Withdrawn)
            ledger.Record(letter, Outcome.Of(delivery, letter, clock.GetUtcNow()));
        return delivery;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails of wave {Wave} could not be sent ({Fault}); they are tried again.")]
    private partial void Failed(Guid wave, string fault);
}
