using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SurveyGap.Reports.Languages;

/// <summary>
/// The sentences and words of report and charts in one language, from templates/report/wording.LANGUAGE.json: content that
/// is edited without code. A text may hold placeholders in braces, such as «{gap}».
/// </summary>
public sealed partial class Wording
{
    private static readonly Lazy<Wording> LazyGerman = new(() => Embedded("de"));
    private static readonly Lazy<Wording> LazyEnglish = new(() => Embedded("en"));

    private readonly IReadOnlyDictionary<string, string> _texts;

    private Wording(string language, IReadOnlyDictionary<string, string> texts, string? country = null)
    {
        Language = language;
        Format = Format.Of(language, country);
        _texts = texts;
    }

    /// <summary>«de» or «en».</summary>
    public string Language { get; }

    /// <summary>How this language writes numbers and dates.</summary>
    public Format Format { get; }

    /// <summary>All keys, for the test that both languages have the same.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The text of a key as it stands in the file.</summary>
    /// <exception cref="KeyNotFoundException">The wording has no such key.</exception>
    public string Raw(string key) => _texts.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"The wording «{Language}» has no text «{key}».");

    /// <summary>The text of a key that the wording may lack; null if it does.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    /// <summary>German for «de», English for every other language.</summary>
    public static Wording Of(string language) => (language == "de" ? LazyGerman : LazyEnglish).Value;

    /// <summary>The same, with numbers and dates as a country writes them.</summary>
    /// <param name="language">Two letters.</param>
    /// <param name="country">Two capitals; null for what is nobody's in particular.</param>
    public static Wording Of(string language, string? country) => Of(language) is var words && country is null
        ? words
        : new Wording(words.Language, words._texts, country);

    /// <summary>The text of a key that has no placeholders.</summary>
    /// <exception cref="KeyNotFoundException">The wording has no such key.</exception>
    public string this[string key] => Say(key);

    /// <summary>The text of a key with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">The wording has no such key.</exception>
    /// <exception cref="FormatException">A placeholder got no value.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = Raw(key);
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        // A client's name may hold braces of its own, so only what looks like a placeholder is a fault.
        if (values.IsEmpty && Placeholder().Match(text) is { Success: true } open)
            throw new FormatException($"The text «{key}» needs a value for {open.Value}.");
        return text;
    }

    /// <summary>The text for a count: «key.one» for 1, «key.many» otherwise; {n} is the count.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, string Value)> values) =>
        Say(count == 1 ? $"{key}.one" : $"{key}.many", [("n", Format.Count(count)), .. values]);

    private static Wording Embedded(string language)
    {
        var name = $"wording.{language}.json";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)
            ?? throw new InvalidOperationException($"{name} is empty.");
        return new Wording(language, texts);
    }

    [GeneratedRegex(@"\{[a-z][A-Za-z]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
