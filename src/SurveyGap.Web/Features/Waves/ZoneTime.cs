namespace SurveyGap.Web.Features.Waves;

/// <summary>Between the clock on the wall of a place and the moment that is meant.</summary>
public static class ZoneTime
{
    public const string Default = "Europe/Zurich";

    /// <summary>The places that can be chosen, by name.</summary>
    public static IReadOnlyList<string> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The moment of a wall clock's time. When clocks go forward, a time that is skipped means the same stretch later;
    /// when they go back, an hour that comes twice means its first coming.
    /// </summary>
    public static DateTimeOffset Moment(DateTime wall, string zone)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var offset = place.IsAmbiguousTime(wall) ? place.GetAmbiguousTimeOffsets(wall).Max()
            : place.IsInvalidTime(wall) ? place.GetUtcOffset(wall.AddDays(-1))
            : place.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    /// <summary>What the wall clock shows at a moment.</summary>
    public static DateTime Wall(DateTimeOffset moment, string zone) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;

    /// <summary>What the calendar there shows at a moment.</summary>
    public static DateOnly Day(DateTimeOffset moment, string zone) => DateOnly.FromDateTime(Wall(moment, zone));
}
