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

    // With the form open, and ready to send: the first ones may still find a place.
    private const int Ready = 20;

    // Longer than the write-ahead log finds room in its own file.
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<Fault>> Play(int submits)
    {
        await using var disk = await SmallDisk.Mount(Megabytes);
        await using var crowd = await Crowd.InviteTo(disk.Folder, submits);
        using var site = crowd.Site();
        await site.Start();
        using Respondents people = new(crowd, site.Address, pause: TimeSpan.FromSeconds(3));
        using var http = people.Browser();
        Journey journey = new(http, crowd.Questionnaire);
        var (recovery, seen) = (0.0, "");
        await people.Answer(async () =>
        {
            await people.Reached(0.3);
            List<(Opened Form, string Binding, int Rating)> ready = [];
            foreach (var (i, person) in crowd.People.Index().TakeLast(Ready))
            {
                if (await journey.Open(crowd.LinkOf(person)) is { } form && await journey.Read(form) is { } binding)
                    ready.Add((form, binding, Respondents.RatingOf(i)));
            }

            var before = people.Told;
            await disk.Fill();
            seen = await Meet(journey, ready);
            await Task.Delay(Full);
            seen += string.Create(CultureInfo.InvariantCulture, $"; {people.Told - before} got through meanwhile");
            disk.Free();
            recovery = await people.Recovery(Stopwatch.StartNew());
        });
        var ledger = await people.Ledger("the database's disk full", $"{Full.TotalSeconds} s of {Megabytes} MB", recovery);
        return [ledger with { Seen = $"{ledger.Seen}; {seen}", Broken = ledger.Broken ?? (seen.Contains("without", StringComparison.Ordinal) ? "answers not kept in the page" : null) }];
    }

    private static async Task<string> Meet(Journey journey, IEnumerable<(Opened Form, string Binding, int Rating)> ready)
    {
        foreach (var (form, binding, rating) in ready)
        {
            using var reply = await journey.Submit(form, binding, rating);
            if (reply.StatusCode is not HttpStatusCode.ServiceUnavailable)
                continue;
            var page = await reply.Content.ReadAsStringAsync();
            return page.Contains(binding, StringComparison.Ordinal) && page.Contains($"value=\"{rating}\"", StringComparison.Ordinal)
                ? "503 with the answers in its page"
                : "503 without the answers";
        }

        return "nobody was refused";
    }
}
