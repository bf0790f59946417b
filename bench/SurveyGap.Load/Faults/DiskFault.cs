using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace SurveyGap.Load.Faults;

/// <summary>
/// The disk of the database is full for a while: who sends answers is asked to send them again, from a page that still has them,
/// and is served as soon as there is room.
/// </summary>
internal static class DiskFault
{
    private const int Megabytes = 500;

    // Longer than the write-ahead log finds room in its own file.
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<Fault>> Play(int submits)
    {
        await using var disk = await SmallDisk.Mount(Megabytes);
        await using var crowd = await Crowd.InviteTo(disk.Folder, submits + 1);
        using var site = crowd.Site("--Logging:Console:LogToStandardErrorThreshold=Error");
        await site.Start();
        using Respondents people = new(crowd, site.Address, pause: TimeSpan.FromSeconds(3));
        using var http = people.Browser();
        Journey journey = new(http, crowd.Questionnaire);
        var (recovery, seen) = (0.0, "");
        await people.Answer(async () =>
        {
            await people.Reached(0.3);
            var form = await journey.Open(crowd.LinkOf(crowd.People[^1])) ?? throw new InvalidOperationException("The form did not open.");
            var binding = await journey.Read(form) ?? throw new InvalidOperationException("There was no form.");
            var before = people.Told;
            await disk.Fill();
            seen = await Meet(journey, form, binding);
            await Task.Delay(Full);
            seen += string.Create(CultureInfo.InvariantCulture, $"; {people.Told - before} got through meanwhile");
            disk.Free();
            recovery = await people.Recovery(Stopwatch.StartNew());
        });
        var ledger = await people.Ledger("the database's disk full", $"{Full.TotalSeconds} s of {Megabytes} MB", recovery);
        return [ledger with { Seen = $"{ledger.Seen}; {seen}", Broken = ledger.Broken ?? (seen.Contains("without", StringComparison.Ordinal) ? "answers not kept in the page" : null) }];
    }

    // Somebody had the form open, and sends it again and again until there is no room for it.
    private static async Task<string> Meet(Journey journey, Opened form, string binding)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Full;)
        {
            using var reply = await journey.Submit(form, binding, rating: 4);
            if (reply.StatusCode is HttpStatusCode.ServiceUnavailable)
            {
                var page = await reply.Content.ReadAsStringAsync();
                return page.Contains(binding, StringComparison.Ordinal) && page.Contains("value=\"4\"", StringComparison.Ordinal) ? "503 with the answers in its page" : "503 without the answers";
            }

            await Task.Delay(200);
        }

        return "nobody was refused";
    }
}
