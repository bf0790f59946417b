using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Planning;

/// <summary>When a new wave could take place: four weeks from the next Monday on, from breakfast to midnight; and its name.</summary>
public static class Proposal
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(8);
    private static readonly TimeSpan Length = TimeSpan.FromDays(27);

    /// <summary>Start and end as the wall clock shows them.</summary>
    public static (DateTime Opens, DateTime Closes) At(DateTimeOffset now, string zone, TimeSpan? length = null)
    {
        var today = ZoneTime.Wall(now, zone).Date;
        var monday = today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7 + 1);
        var last = monday + (length ?? Length);
        return (monday + Morning, last.Date.AddDays(1).AddMinutes(-1));
    }

    /// <summary>The season's number, from winter on.</summary>
    public static int Season(DateTime opens) => opens.Month % 12 / 3;

    /// <summary>The name, with a number behind it where another wave has it already: reports and trends tell waves apart by their names alone.</summary>
    public static string Free(string name, IReadOnlyList<string> taken) => Enumerable.Range(2, taken.Count)
        .Select(number => $"{name} ({number})")
        .Prepend(name)
        .First(each => !taken.Contains(each, StringComparer.CurrentCultureIgnoreCase));
}
