using System.Collections.Concurrent;
using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Load;

/// <summary>How fast invitations leave, beside a bare client that hands finished bytes to the same mail server.</summary>
internal static class Mails
{
    public static async Task<IReadOnlyList<Figure>> Measure(int mails = 10_000, int lines = 16)
    {
        await using var crowd = await Crowd.Invite(mails, i => $"first{i}@post.example");
        // Before and after, because the machine may have other work.
        var before = await Bare(mails, lines);
        using var sink = await Sink.Start();
        using var site = crowd.Site("--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={sink.Port}", "--Mail:Smtp:Security=None", $"--Mail:Smtp:Connections={lines}");
        await site.Start();
        // The first wave compiles what the second uses.
        await crowd.SendInvitations();
        await sink.Take(mails);
        await crowd.Add(mails, "post.example");
        TimeSpan[] Processors() => [site.Processor, PostgresProcesses.Processor(crowd.Data), sink.Processor];
        var used = Processors();
        await crowd.SendInvitations();
        var (rate, addresses) = await sink.Take(mails);
        used = [.. Processors().Zip(used, (after, before) => (after - before) / mails)];
        site.Kill();

        var bare = (before + await Bare(mails, lines)) / 2;
        return
        [
            new Figure($"invitations on {lines} lines, from the first to the last", rate, "a second")
            {
                Beside = new Baseline("a bare client that hands finished bytes to the same mail server", bare),
                Aim = Aim.RatioAtLeast(0.5),
            },
            new Figure("invitations: processor of the application", used[0].TotalMilliseconds, "ms"),
            new Figure("invitations: processor of PostgreSQL", used[1].TotalMilliseconds, "ms"),
            new Figure("invitations: processor of the mail server", used[2].TotalMilliseconds, "ms"),
            new Figure("invitations: addresses without one", mails - addresses, "of all") { Aim = Aim.AtMost(0) },
        ];
    }

    // The ceiling: the same bytes over as many lines, without a queue, a template or a database.
    private static async Task<double> Bare(int mails, int lines)
    {
        using var sink = await Sink.Start();
        var taking = sink.Take(mails);
        var waiting = new ConcurrentQueue<string>(Enumerable.Range(1, mails).Select(i => $"kunde{i}@post.example"));
        await Task.WhenAll(Enumerable.Range(0, lines).Select(async _ =>
        {
            await using var session = await SmtpSession.Open(sink.Settings, "bench.example", TimeProvider.System, CancellationToken.None);
            while (waiting.TryDequeue(out var address))
                await session.Send("umfrage@bench.example", address, Message, () => Task.FromResult(true), CancellationToken.None);
        }));
        return (await taking).Rate;
    }

    // As long as an invitation is.
    private static readonly byte[] Message = MimeWriter.Write(new MailMessage
    {
        MessageId = "bare@bench.example",
        Date = DateTimeOffset.UnixEpoch,
        From = Mailbox.Of("Load", "umfrage@bench.example"),
        To = Mailbox.Of("", "kunde@post.example"),
        Subject = "Wie gut ist unser Service?",
        Text = string.Concat(Enumerable.Repeat("Eine Zeile, so lang wie jene der Einladung, im Durchschnitt.\n", 20)),
        Html = string.Concat(Enumerable.Repeat("<p style=\"margin:0 0 16px\">Ein Absatz wie jene der Einladung.</p>\n", 60)),
        Language = "de",
    });
}
