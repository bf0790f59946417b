using SurveyGap.Analysis;

namespace SurveyGap.Web.Features.Waves;

/// <summary>The settings as they stand in the form; times are those of the wall clock at the wave's place.</summary>
public sealed record WaveSettingsForm
{
    private const int LongestName = 200;
    private const int LargestMinimum = 100;
    private const int LargestReach = 10_000_000;

    public string? Name { get; init; }

    public DateTime? Opens { get; init; }

    public DateTime? Closes { get; init; }

    public string? TimeZone { get; init; }

    public bool OnePage { get; init; }

    public int? Minimum { get; init; }

    public int? ExecutiveMinimum { get; init; }

    public int? ReachExecutive { get; init; }

    public int? ReachEmployee { get; init; }

    public int? ReachCustomer { get; init; }

    public static WaveSettingsForm Of(WaveSettings wave) => new()
    {
        Name = wave.Name,
        Opens = wave.Wall(wave.OpensAt),
        Closes = wave.Wall(wave.ClosesAt),
        TimeZone = wave.TimeZone,
        OnePage = wave.OnePage,
        Minimum = wave.Minimum,
        ExecutiveMinimum = wave.ExecutiveMinimum,
        ReachExecutive = wave.ReachExecutive,
        ReachEmployee = wave.ReachEmployee,
        ReachCustomer = wave.ReachCustomer,
    };

    /// <summary>The fields that cannot stay as they are, each with the key of what is wrong.</summary>
    public IReadOnlyDictionary<string, string> Faults()
    {
        Dictionary<string, string> faults = new(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName)
            faults["name"] = "Fault.Name";
        if (TimeZone is null || !ZoneTime.Zones.Contains(TimeZone, StringComparer.Ordinal))
            faults["timeZone"] = "Fault.TimeZone";
        if (Opens is null || !IsPossible(Opens.Value))
            faults["opens"] = "Fault.Date";
        if (Closes is null || !IsPossible(Closes.Value))
            faults["closes"] = "Fault.Date";
        else if (Opens >= Closes)
            faults["closes"] = "Fault.Order";
        // The default protects people who must trust it: nobody goes below.
        if (Minimum is not { } minimum || minimum < Thresholds.Default.Minimum || minimum > LargestMinimum)
            faults["minimum"] = "Fault.Minimum";
        if (ExecutiveMinimum is not { } executives || executives < Thresholds.Default.ExecutiveMinimum || executives > LargestMinimum)
            faults["executiveMinimum"] = "Fault.ExecutiveMinimum";
        foreach (var (field, reach) in new[] { ("reachExecutive", ReachExecutive), ("reachEmployee", ReachEmployee), ("reachCustomer", ReachCustomer) })
        {
            if (reach is < 1 or > LargestReach)
                faults[field] = "Fault.Reach";
        }

        return faults;
    }

    /// <summary>The wave with these settings; only where there are no faults.</summary>
    public WaveSettings Applied(WaveSettings wave) => wave with
    {
        Name = Name!.Trim(),
        OpensAt = ZoneTime.Moment(Opens!.Value, TimeZone!),
        ClosesAt = ZoneTime.Moment(Closes!.Value, TimeZone!),
        TimeZone = TimeZone!,
        OnePage = OnePage,
        Minimum = Minimum!.Value,
        ExecutiveMinimum = ExecutiveMinimum!.Value,
        ReachExecutive = ReachExecutive,
        ReachEmployee = ReachEmployee,
        ReachCustomer = ReachCustomer,
    };

    // Before and after these years, zones and the database's calendar end.
    private static bool IsPossible(DateTime wall) => wall.Year is >= 2000 and < 2200;
}
