namespace SurveyGap.Reports.Drawings;

/// <summary>
/// Where a word that is wider than its line may be divided, by the rule of thumb of German syllables: the last consonant
/// between two vowels begins the next one, and letters that are one sound stay together. Compounds divide better at soft
/// hyphens, which the texts bring; this is the last resort, and no list of patterns has to be shipped for it.
/// </summary>
internal static class Hyphenation
{
    private const int Shortest = 3;
    private const string Vowels = "aeiouyäöüáàâéèêëíîóôúAEIOUYÄÖÜÉ";
    private static readonly string[] OneSound = ["sch", "ch", "ck", "ph", "th", "sh", "qu", "st", "tr", "br", "gr", "kr", "pr", "dr", "fr", "bl", "kl", "pl", "fl", "gl", "schl", "spr", "str"];

    /// <summary>Positions in front of which a hyphen may stand, ascending.</summary>
    public static IEnumerable<int> Points(string word)
    {
        for (var i = Shortest; i <= word.Length - Shortest; i++)
        {
            if (IsVowel(word[i - 1]) || !char.IsLetter(word[i - 1]) || !char.IsLetter(word[i]))
            {
                // vowel | consonant(s) vowel: the consonants in between must be one sound.
                if (char.IsLetter(word[i - 1]) && OnsetEnds(word, i))
                    yield return i;
                continue;
            }

            // consonant | consonant(s) vowel: there was a vowel before, and what follows is one sound.
            if (word.Take(i).Any(IsVowel) && OnsetEnds(word, i) && !SplitsSound(word, i))
                yield return i;
        }
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private static bool OnsetEnds(string word, int start)
    {
        var end = start;
        while (end < word.Length && char.IsLetter(word[end]) && !IsVowel(word[end]))
            end++;
        if (end == start || end == word.Length || !IsVowel(word[end]))
            return false;
        var onset = word[start..end];
        return onset.Length == 1 || OneSound.Contains(onset);
    }

    private static bool SplitsSound(string word, int i) =>
        OneSound.Any(sound => Enumerable.Range(1, sound.Length - 1).Any(
            offset => i >= offset && string.CompareOrdinal(word, i - offset, sound, 0, sound.Length) == 0));
}
