using System.Globalization;

namespace SurveyGap.Web.Features.Waves;

/// <summary>What the company knows about its service beside all answers; entered for each wave.</summary>
public static class CompanyFigures
{
    /// <summary>Names and units, in the order of page and report.</summary>
    public static IReadOnlyList<(string Name, string Unit)> All { get; } =
    [
        ("service_cost", "percent"), ("contacts", "count"), ("first_contact", "percent"), ("response_time", "hours"), ("sick_leave", "percent"), ("turnover", "percent"),
    ];

    /// <summary>A number as somebody writes it, «4,5» or “1,250.5”; null if it is none, or none of this unit.</summary>
    public static decimal? Read(string text, string unit, bool german)
    {
        var plain = text.Replace("\u202F", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).TrimEnd('%');
        plain = german ? plain.Replace(',', '.') : plain.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
               && value <= (unit == "percent" ? 100m : 1_000_000_000m)
            ? decimal.Round(value, 4)
            : null;
    }
}
