using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>How files name languages and groups.</summary>
public static class PeopleWords
{
    private static readonly Dictionary<string, string> Languages = Named(
        ("de", ["de", "d", "deutsch", "german", "allemand", "tedesco", "de-ch", "de-de", "de-at"]),
        ("en", ["en", "e", "englisch", "english", "anglais", "inglese", "en-gb", "en-us"]),
        ("fr", ["fr", "f", "französisch", "french", "français", "francais", "francese", "fr-ch", "fr-fr"]),
        ("it", ["it", "i", "italienisch", "italian", "italien", "italiano", "it-ch", "it-it"]));

    private static readonly Dictionary<string, string> Audiences = Named(
        ("executive", ["executive", "executives", "führung", "geschäftsleitung", "kader", "management", "direction", "direzione"]),
        ("employee", ["employee", "employees", "mitarbeitende", "mitarbeiter", "mitarbeiterin", "personal", "staff", "collaborateurs", "collaboratori"]),
        ("customer", ["customer", "customers", "kundschaft", "kunde", "kundin", "kunden", "clients", "clientèle", "clienti"]));

    /// <summary>The language's code; null if nobody here speaks it.</summary>
    public static string? LanguageOf(string cell) => Languages.GetValueOrDefault(cell);

    public static Audience? AudienceOf(string cell) => Audiences.TryGetValue(cell, out var name) ? AudienceNames.All[name] : null;

    private static Dictionary<string, string> Named(params (string Means, string[] Words)[] names) =>
        names.SelectMany(name => name.Words.Select(word => (word, name.Means))).ToDictionary(pair => pair.word, pair => pair.Means, StringComparer.OrdinalIgnoreCase);
}
