using System.Text.RegularExpressions;

namespace SurveyGap.Web.Features.Studies;

/// <summary>Words that turn a rating round, in the languages that templates ship in. A hint for a person, not a verdict: they stand in good questions too.</summary>
internal static partial class NegativeWords
{
    /// <summary>The first such word as it stands there; null if there is none, or the language is not known here.</summary>
    public static string? In(string words, string language) => Pattern(language)?.Match(words) is { Success: true } match ? match.Value : null;

    private static Regex? Pattern(string language) => language switch
    {
        "de" => German(),
        "en" => English(),
        "fr" => French(),
        "it" => Italian(),
        _ => null,
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // «Als Person und nicht als Nummer» praises the person. Mistakes and bad news may be a good question's subject; «wie schlecht» is not.
    [GeneratedRegex(@"(?<!\bund )\b(nicht|nie|niemals|keine?[mnrs]?)\b|\bwie (schlecht|langsam|mühsam|unfreundlich|unzuverlässig|mangelhaft|ungenügend|ärgerlich|unzufrieden)\w*", Options, 1000)]
    private static partial Regex German();

    [GeneratedRegex(@"(?<!\band )\b(not|never|no)\b|\w+n['’]t\b|\bhow (bad|poor|slow|unfriendly|unreliable|annoying|dissatisfied|difficult)\w*", Options, 1000)]
    private static partial Regex English();

    [GeneratedRegex(@"(?<!\bet )\b(pas|jamais|aucune?)\b|\bà quel point .*\b(mauvais|lent|pénible|insatisfait|mécontent)\w*", Options, 1000)]
    private static partial Regex French();

    [GeneratedRegex(@"(?<!\be )\b(non|mai|nessun[oa]?)\b|\bquanto .*\b(cattiv|lent|scadent|sgarbat|insoddisfatt)\w*", Options, 1000)]
    private static partial Regex Italian();
}
