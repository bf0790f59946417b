using System.Diagnostics;
using SurveyGap.Web.Tests.Mail;

namespace SurveyGap.Load.Faults;

/// <summary>
/// The application sends through a mail server that misbehaves, and is killed while it sends. Afterwards the queue is compared
/// with what arrived: nothing lost, no address with two different mails, nothing stuck, nothing uncertain without a reason.
/// Waiting times of the queue are shortened by putting its clock forward.
/// </summary>
internal sealed class MailFaults(Crowd crowd) : IDisposable
{
    private const int Mails = 200;
    private const int Kills = 10;
    private const int MostFaults = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(6);

    private readonly List<Site> _sites = [];
    private readonly List<string> _arrived = [];
    private ScriptedServer? _server;
    private int _port;
    private int _dose;

    public static async Task<IReadOnlyList<Fault>> Play()
    {
        await using var crowd = await Crowd.Invite(0);
        using var faults = new MailFaults(crowd);
        Console.WriteLine(MailLedger.Head);
        List<Fault> all = [];
        await foreach (var ledger in faults.All())
        {
            Console.WriteLine(ledger);
            all.Add(ledger.Row);
        }

        return all;
    }

    private async IAsyncEnumerable<MailLedger> All()
    {
        Serve(Honest);
        await StartSite();
        yield return await Play("none", "none", Honest);
        yield return await Play("server down for 15 seconds", "down", Honest, during: DownForAWhile);
        yield return await Play("silent for 30 seconds", "stall", Some("RCPT", 40, Stall), isSlow: true);
        yield return await Play("silent for 30 s with a mail in hand", "stall-data", Some(".", 40, Stall), isSlow: true);
        yield return await Play("421 at the door", "door", Some("hello", 2, Say("421 4.3.2 Not now")));
        yield return await Play("421 instead of a yes", "busy", Some("RCPT", 10, Say("421 4.3.2 Going down")));
        yield return await Play("451", "later", Some("RCPT", 5, Say("451 4.7.1 Greylisted")));
        yield return await Play("451 for the whole message", "later-data", Some(".", 10, Say("451 4.3.0 Disk full")));
        yield return await Play("550", "nobody", Some("RCPT", 10, Say("550 5.1.1 No such user"), anew: true));
        yield return await Play("line cut before the message", "cut-before", Some("DATA", 10, Say(ScriptedServer.HangUp)));
        yield return await Play("line cut after the message", "cut-after", Some(".", 10, Say(ScriptedServer.HangUp)));
        yield return await Play("sender killed with -9", "killed", Honest, mails: 5 * Mails, during: KillAgainAndAgain);
        await StartSite();
        yield return await Play("two senders at once", "two", Honest, mails: 5 * Mails);
    }

    private async Task<MailLedger> Play(
        string fault, string domain, Func<string, Task<string?>> script, int mails = Mails, bool isSlow = false, Func<Task>? during = null)
    {
        _dose = 0;
        Collect();
        Serve(script);
        await crowd.Add(mails, $"{domain}.example");
        await crowd.SendInvitations();
        if (during is not null)
            await during();
        await Settle(domain, isSlow);
        Collect();
        return new MailLedger(fault, _dose, await crowd.Mails($"{domain}.example"), _arrived.ToLookup(message => Field(message, "To: <").TrimEnd('>'), message => Field(message, "Message-ID:")));
    }

    // Until nothing is on its way any more. Where nothing has come for a while, the queue waits for a later hour: it comes now.
    private async Task Settle(string domain, bool isSlow)
    {
        var watch = Stopwatch.StartNew();
        var (count, since) = (0, Stopwatch.GetTimestamp());
        while (watch.Elapsed < Patience && (await crowd.Mails($"{domain}.example")) is var rows && (rows.Count == 0 || rows.Any(row => row.State is "queued" or "sending")))
        {
            await Task.Delay(500);
            if (_server!.Count != count)
                (count, since) = (_server.Count, Stopwatch.GetTimestamp());
            if (Stopwatch.GetElapsedTime(since) < Idle)
                continue;
            await crowd.PutQueueForward(isSlow ? ["queued"] : ["queued", "sending"]);
            since = Stopwatch.GetTimestamp();
        }
    }

    private async Task DownForAWhile()
    {
        Collect();
        _server!.Dispose();
        _server = null;
        _dose = 1;
        await Task.Delay(TimeSpan.FromSeconds(15));
        Serve(Honest);
    }

    // Each time in the middle: as soon as some more have arrived.
    private async Task KillAgainAndAgain()
    {
        var deadline = Stopwatch.StartNew();
        for (var kill = 1; kill <= Kills && deadline.Elapsed < Patience; kill++)
        {
            var enough = _server!.Count + (5 * Mails / (Kills + 2));
            while (_server.Count < enough && deadline.Elapsed < Patience)
            {
                await Task.Delay(5);
                if (deadline.Elapsed.Seconds % 10 == 9)
                    await crowd.PutQueueForward(["queued"]); // what the dead one had claimed
            }

            _sites[0].Kill();
            _dose++;
            await _sites[0].Start();
        }
    }

    private async Task StartSite()
    {
        var site = crowd.Site("--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={_port}", "--Mail:Smtp:Security=None");
        _sites.Add(site);
        await site.Start();
    }

    private void Serve(Func<string, Task<string?>> script)
    {
        _server?.Dispose();
        _server = new ScriptedServer(script, _port);
        _port = _server.Port;
    }

    private void Collect()
    {
        if (_server is null)
            return;
        lock (_server.Arrived)
        {
            _arrived.AddRange(_server.Arrived);
            _server.Arrived.Clear();
        }
    }

    // Every so many times; a second attempt finds an honest server, unless the trouble comes anew.
    private Func<string, Task<string?>> Some(string at, int each, Func<Task<string?>> trouble, bool anew = false)
    {
        var asked = 0;
        return line =>
        {
            if (!line.StartsWith(at, StringComparison.Ordinal) || Interlocked.Increment(ref asked) % each != 0 || (!anew && _dose >= MostFaults))
                return Honest(line);
            Interlocked.Increment(ref _dose);
            return trouble();
        };
    }

    private static Task<string?> Honest(string line) => Task.FromResult<string?>(null);

    private static Func<Task<string?>> Say(string reply) => () => Task.FromResult<string?>(reply);

    private static async Task<string?> Stall()
    {
        await Task.Delay(TimeSpan.FromSeconds(30));
        return null;
    }

    private static string Field(string message, string name) =>
        message.Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim();

    public void Dispose()
    {
        foreach (var site in _sites)
            site.Dispose();
        _server?.Dispose();
    }
}
