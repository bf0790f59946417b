using System.Globalization;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>A moment as the editor's pages write it.</summary>
internal static class When
{
    // Waves have a time zone, accounts have none: the one that waves have by default.
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    public static string Of(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Zone);
        return $"{Screen.Format.Date(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }
}
