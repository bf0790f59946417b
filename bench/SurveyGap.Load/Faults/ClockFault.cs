using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web;

namespace SurveyGap.Load.Faults;

/// <summary>
/// The clock jumps while people answer: by an hour to and fro, and through the nights in which summer time begins and ends, with a
/// wave whose last hour is the one that is missing or comes twice. Answers stay, and the wave is closed once and not early.
/// </summary>
internal static class ClockFault
{
    private const string Zone = "Europe/Zurich";
    private const string Closing = "wave closing";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static async Task<IReadOnlyList<Fault>> Play(int submits)
    {
        var year = TimeProvider.System.GetUtcNow().Year + 1;
        return
        [
            await Step(submits, steps: 10),
            await Change(submits, LastSunday(year, month: 3)),
            await Change(submits, LastSunday(year, month: 10)),
        ];
    }

    private static async Task<Fault> Step(int submits, int steps)
    {
        TestClock clock = new();
        await using var crowd = await Crowd.Invite(submits);
        await using var app = await Start(crowd, clock);
        using Respondents people = new(crowd, new Uri(app.Urls.Single()));
        await people.Answer(async () =>
        {
            for (var step = 0; step < steps; step++)
            {
                await people.Reached((step + 1.0) / (steps + 1));
                clock.Advance(step % 2 == 0 ? Hour : -Hour);
            }
        });
        var ledger = await people.Ledger("the clock put forward and back by an hour", $"{steps} times");
        await app.StopAsync();
        return ledger;
    }

    // Both changes happen at one o'clock of universal time.
    private static async Task<Fault> Change(int submits, DateTimeOffset day)
    {
        TestClock clock = new();
        await using var crowd = await Crowd.Invite(submits);
        var (change, end) = (day + Hour, day + Hour + (Hour / 2));
        await crowd.EndAt(end);
        clock.Advance(change - TimeSpan.FromMinutes(1) - clock.GetUtcNow());
        await using var app = await Start(crowd, clock);
        using Respondents people = new(crowd, new Uri(app.Urls.Single()));
        await people.Answer(async () =>
        {
            await people.Reached(0.5);
            clock.Advance(Hour / 4);
        });
        var ledger = await people.Ledger($"{Local(change - TimeSpan.FromMinutes(1)):HH:mm} becomes {Local(change):HH:mm} ({Local(change):d MMMM})", "1 night");
        var early = await crowd.Audited(Closing);

        clock.Advance(end - clock.GetUtcNow());
        while (await crowd.Audited(Closing) == 0)
            await Task.Delay(200);
        var (closings, responses) = (await crowd.Audited(Closing), await crowd.Responses());
        await app.StopAsync();
        return ledger with
        {
            Lost = ledger.Lost + Math.Max(0, submits - responses),
            Doubled = ledger.Doubled + Math.Max(0, responses - submits) + closings - 1,
            Seen = $"{ledger.Seen}; closed {closings} time with {responses} responses",
            Broken = ledger.Broken ?? (early == 0 ? null : "closed early"),
        };
    }

    private static async Task<WebApplication> Start(Crowd crowd, TestClock clock)
    {
        var app = SurveyGapApp.Create(["--urls=http://127.0.0.1:0", $"--data={crowd.Data}"], services => services.AddSingleton<TimeProvider>(clock));
        await app.StartAsync();
        return app;
    }

    private static DateTimeOffset LastSunday(int year, int month)
    {
        var last = new DateTimeOffset(year, month, 31, 0, 0, 0, TimeSpan.Zero);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZoneInfo.FindSystemTimeZoneById(Zone));
}
