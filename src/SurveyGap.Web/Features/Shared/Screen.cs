using System.Globalization;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Web.Features.Shared;

/// <summary>How the language of this request writes things; the same formats as in the report.</summary>
public static class Screen
{
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static Format Format => Format.Of(Language);

    /// <summary>What a language calls itself: «Deutsch», “English”, «Français».</summary>
    public static string NameOf(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return culture.TextInfo.ToTitleCase(culture.NativeName);
    }

    /// <summary>The same language as this page calls it: «Französisch», “French”; by its own name where we have no word for it.</summary>
    public static string LanguageName(string language) => Wording.Of(Language).Find($"language.{language}") ?? NameOf(language);

    /// <summary>A text in the language of this page, else in another; null if it is written in neither.</summary>
    public static string? OnScreen(this IReadOnlyDictionary<string, string> texts, string otherwise) =>
        texts.GetValueOrDefault(Language) ?? texts.GetValueOrDefault(otherwise);

    /// <summary>«Deutsch, Englisch und Französisch».</summary>
    public static string Listed(IEnumerable<string> parts) => parts.ToList() switch
    {
        [.. var first, var last] when first.Count > 0 => string.Join(", ", first) + Wording.Of(Language)["and"] + last,
        var few => string.Concat(few),
    };

    /// <summary>A moment by the clock of a place: «18. November 2026, 14:05».</summary>
    /// <param name="zone">The place, such as <c>Europe/Zurich</c>; null: where the server is.</param>
    public static string Moment(DateTimeOffset at, string? zone = null)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone is null ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(zone));
        return $"{Format.Date(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>«Mittwoch, 18. November 2026».</summary>
    public static string LongDate(DateTime day) =>
        $"{CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day.DayOfWeek)}, {Format.Date(DateOnly.FromDateTime(day))}";
}
