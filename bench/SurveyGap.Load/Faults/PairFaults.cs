using System.Diagnostics;
using System.Globalization;

namespace SurveyGap.Load.Faults;

/// <summary>
/// Two instances: one of them is killed in the middle of the load, and one in the middle of the closing, while both send mails.
/// No acknowledged answer may be missing, none doubled, each mail goes out once, and the wave is opened and closed once.
/// </summary>
internal static class PairFaults
{
    private static readonly TimeSpan TwoRounds = TimeSpan.FromSeconds(65);

    public static async Task<IReadOnlyList<Fault>> Play(int people)
    {
        using var sink = await Sink.Start();
        await using var pair = await Instances.Start(
            await Crowd.Invite(people, i => $"kunde{i}@post.example"), "--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={sink.Port}", "--Mail:Smtp:Security=None");
        return [await Opening(pair), await Mails(pair, sink), await Load(pair), await Closing(pair)];
    }

    // The jobs of both look every half minute for waves whose time has come.
    private static async Task<Fault> Opening(Instances pair)
    {
        var wave = await pair.Crowd.PlanAnother();
        await Task.Delay(TwoRounds);
        var openings = await pair.Crowd.Audited("wave opening", wave);
        return new Fault("two instances open a wave on its date", "1 wave", openings == 0 ? 1 : 0, Math.Max(0, openings - 1));
    }

    private static async Task<Fault> Mails(Instances pair, Sink sink)
    {
        await pair.Crowd.SendInvitations();
        var (rate, addresses) = await sink.Take(pair.Crowd.People.Count);
        var more = await sink.More(TimeSpan.FromSeconds(5));
        return new Fault("two instances send invitations", $"{pair.Crowd.People.Count} mails", pair.Crowd.People.Count - addresses, more)
        {
            Seen = string.Create(CultureInfo.InvariantCulture, $"{rate:0} a second"),
        };
    }

    private static async Task<Fault> Load(Instances pair)
    {
        using Respondents people = new(pair.Crowd, pair.Address, atOnce: 32);
        var recovery = 0.0;
        await people.Answer(async () =>
        {
            await people.Reached(1 / 3.0);
            var watch = Stopwatch.StartNew();
            pair.First.Kill();
            recovery = await people.Recovery(watch);
            await pair.First.Start();
        });
        var ledger = await people.Ledger("one of two instances killed (SIGKILL)", "1 time", recovery);
        return ledger with { Seen = string.Create(CultureInfo.InvariantCulture, $"{ledger.Seen}; p95 of a request {people.Refusals.Percentile(0.95):0} ms") };
    }

    // Whoever holds the wave's lock is closing it; the jobs of both look every half minute.
    private static async Task<Fault> Closing(Instances pair)
    {
        var crowd = pair.Crowd;
        await crowd.EndNow();
        while (!await crowd.IsBeingClosed() && await crowd.Audited("wave closing") == 0)
            await Task.Delay(5);
        var caught = await crowd.Audited("wave closing") == 0;
        var watch = Stopwatch.StartNew();
        pair.First.Kill();
        while (await crowd.Audited("wave closing") == 0)
            await Task.Delay(200);
        var (closings, left, responses) = (await crowd.Audited("wave closing"), (await crowd.Ballots()).Count, await crowd.Responses());
        return new Fault(
            $"one of two killed {(caught ? "while the wave was being closed" : "just after the closing")}",
            $"1 wave of {crowd.People.Count}", Math.Max(0, crowd.People.Count - responses), Math.Max(0, responses - crowd.People.Count) + closings - 1)
        {
            Recoveries = [watch.Elapsed.TotalSeconds],
            Seen = $"closed {closings} time, {responses} responses",
            Broken = left == 0 ? null : $"{left} ballots left",
        };
    }
}
