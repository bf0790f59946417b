using System.Globalization;
using SurveyGap.Analysis;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Waves;

/// <summary>The settings as they stand in the form; times are those of the wall clock at the wave's place.</summary>
public sealed record WaveSettingsForm
{
    private const int LongestName = 200;
    private const int LargestMinimum = 100;
    private const int ShortestReason = 10;

    /// <summary>In characters; the database holds the same.</summary>
    public const int LongestReason = 500;
    private const int LargestReach = 10_000_000;

    public string? Name { get; init; }

    public DateTime? Opens { get; init; }

    public DateTime? Closes { get; init; }

    public string? TimeZone { get; init; }

    public bool OnePage { get; init; }

    public int? Minimum { get; init; }

    public int? ExecutiveMinimum { get; init; }

    public int? CustomerMinimum { get; init; }

    /// <summary>Needed below the default, and kept only there.</summary>
    public string? CustomerReason { get; init; }

    public int? ReachExecutive { get; init; }

    public int? ReachEmployee { get; init; }

    public int? ReachCustomer { get; init; }

    /// <summary>What stood in the fields before anybody typed, by name: it comes back with the form, and tells whether somebody else saved meanwhile.</summary>
    public IDictionary<string, string?> Seen { get; init; } = new Dictionary<string, string?>();

    /// <summary>What stands in the fields, by name.</summary>
    public IReadOnlyDictionary<string, string?> Fields => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["name"] = Name ?? "",
        ["opens"] = At(Opens),
        ["closes"] = At(Closes),
        ["timeZone"] = TimeZone ?? "",
        ["executiveMinimum"] = $"{ExecutiveMinimum}",
        ["minimum"] = $"{Minimum}",
        ["customerMinimum"] = $"{CustomerMinimum}",
        ["customerReason"] = CustomerReason ?? "",
        ["reachExecutive"] = $"{ReachExecutive}",
        ["reachEmployee"] = $"{ReachEmployee}",
        ["reachCustomer"] = $"{ReachCustomer}",
        ["onePage"] = OnePage ? "true" : "",
    };

    public static WaveSettingsForm Of(WaveSettings wave) => new()
    {
        Name = wave.Name,
        Opens = wave.Wall(wave.OpensAt),
        Closes = wave.Wall(wave.ClosesAt),
        TimeZone = wave.TimeZone,
        OnePage = wave.OnePage,
        Minimum = wave.Minimum,
        ExecutiveMinimum = wave.ExecutiveMinimum,
        CustomerMinimum = wave.CustomerMinimum,
        CustomerReason = wave.CustomerMinimumReason,
        ReachExecutive = wave.ReachExecutive,
        ReachEmployee = wave.ReachEmployee,
        ReachCustomer = wave.ReachCustomer,
    };

    /// <summary>What somebody else changed since this form was shown.</summary>
    public IReadOnlyList<ChangedField> ChangedIn(WaveSettings wave) =>
        [.. Of(wave).Fields.Select(field => new ChangedField(field.Key, SeenIn(field.Key), field.Value ?? "")).Where(field => field.Before != field.Now)];

    private string SeenIn(string field) => Seen.TryGetValue(field, out var seen) ? seen ?? "" : "";

    /// <summary>The fields that cannot stay as they are, each with the key of what is wrong.</summary>
    public IReadOnlyDictionary<string, string> Faults()
    {
        Dictionary<string, string> faults = new(StringComparer.Ordinal);
        if (!PlainText.IsName(Name, LongestName))
            faults["name"] = "Fault.Name";
        if (TimeZone is null || !ZoneTime.Zones.Contains(TimeZone, StringComparer.Ordinal))
            faults["timeZone"] = "Fault.TimeZone";
        if (Opens is null || !IsPossible(Opens.Value))
            faults["opens"] = "Fault.Date";
        if (Closes is null || !IsPossible(Closes.Value))
            faults["closes"] = "Fault.Date";
        else if (Opens >= Closes)
            faults["closes"] = "Fault.Order";
        // The default protects employees, who must trust it: nobody goes below. Of two customers each would know the other's answer.
        if (!IsWithin(Minimum, Thresholds.Default.Minimum))
            faults["minimum"] = "Fault.Minimum";
        if (!IsWithin(ExecutiveMinimum, Thresholds.Default.ExecutiveMinimum))
            faults["executiveMinimum"] = "Fault.ExecutiveMinimum";
        if (!IsWithin(CustomerMinimum, Thresholds.LeastCustomers))
            faults["customerMinimum"] = "Fault.CustomerMinimum";
        else if (IsException && Reason is not { Length: >= ShortestReason and <= LongestReason })
            faults["customerReason"] = "Fault.CustomerReason";
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
        CustomerMinimum = CustomerMinimum!.Value,
        CustomerMinimumReason = IsException ? Reason : null,
        ReachExecutive = ReachExecutive,
        ReachEmployee = ReachEmployee,
        ReachCustomer = ReachCustomer,
    };

    private bool IsException => CustomerMinimum < Thresholds.Default.Minimum;

    // It stands in the report and on respondents' pages: in one paragraph.
    private string? Reason => PlainText.IsVisible(CustomerReason) ? PlainText.Of(CustomerReason).ReplaceLineEndings(" ").Trim() : null;

    private static bool IsWithin(int? minimum, int least) => minimum >= least && minimum <= LargestMinimum;

    // Before and after these years, zones and the database's calendar end.
    private static bool IsPossible(DateTime wall) => wall.Year is >= 2000 and < 2200;

    // As a browser writes it in such a field.
    private static string At(DateTime? wall) => wall?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) ?? "";
}
