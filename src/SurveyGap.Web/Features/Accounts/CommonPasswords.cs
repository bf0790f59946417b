namespace SurveyGap.Web.Features.Accounts;

/// <summary>
/// What everybody tries first: the shipped list (the passwords of zxcvbn's frequency lists, MIT, Dan Wheeler and Dropbox,
/// with German ones added), as it stands or with digits and signs around it, and whatever has hardly any different characters.
/// </summary>
internal static class CommonPasswords
{
    private const int FewestDifferentCharacters = 5;
    private static readonly Lazy<HashSet<string>> Known = new(Read);

    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        return lower.Distinct().Count() < FewestDifferentCharacters
            || Known.Value.Contains(lower)
            || Known.Value.Contains(WithoutEnds(lower));
    }

    private static string WithoutEnds(string password)
    {
        var first = password.AsSpan().IndexOfAnyInRange('a', 'z');
        var last = password.AsSpan().LastIndexOfAnyInRange('a', 'z');
        return first < 0 ? password : password[first..(last + 1)];
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(typeof(CommonPasswords), "common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not in the program.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
