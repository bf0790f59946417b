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

    [GeneratedRegex(@"\b(nicht|nie|niemals|keine?[mnrs]?|schlecht\w*|mangelhaft\w*|mängel|ungenügend\w*|unfreundlich\w*|unzuverlässig\w*|unzufrieden\w*|langsam\w*|mühsam\w*|ärger\w*|fehler\w*)\b", Options, 1000)]
    private static partial Regex German();

    [GeneratedRegex(@"\b(not|never|no|bad\w*|poor\w*|slow\w*|unfriendl\w*|unreliab\w*|dissatisf\w*|unsatisf\w*|annoy\w*|fail\w*|mistakes?|errors?)\b|\w+n['’]t\b", Options, 1000)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(pas|jamais|aucune?|mauvais\w*|médiocre\w*|lent|lente|lents|lentes|lenteur\w*|pénible\w*|erreurs?|insatisf\w*|mécontent\w*)\b", Options, 1000)]
    private static partial Regex French();

    [GeneratedRegex(@"\b(non|mai|nessun\w*|cattiv\w*|scadent\w*|lent[oaie]|lentezza|sgarbat\w*|error[ei]|insoddisf\w*)\b", Options, 1000)]
    private static partial Regex Italian();
}
