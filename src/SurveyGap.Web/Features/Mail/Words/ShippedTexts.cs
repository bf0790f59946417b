using System.Collections.Concurrent;

namespace SurveyGap.Web.Features.Mail.Words;

/// <summary>The texts under <c>templates/emails</c>, which can be edited without code.</summary>
public sealed class ShippedTexts
{
    // What is spoken where a text lacks in a person's language.
    private const string Fallback = "en";

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "templates", "emails");
    private readonly ConcurrentDictionary<string, string> _read = [];

    public string Layout => Read("layout.html");

    /// <summary>The Markdown of a kind of mail, in the language or else in English.</summary>
    public string Markdown(MailKind kind, string language) => Read($"{kind.Name}.{LanguageOf(kind, language)}.md");

    /// <summary>The language in which the kind of mail is written for somebody of this language.</summary>
    public string LanguageOf(MailKind kind, string language) =>
        Languages(kind).Contains(language, StringComparer.Ordinal) ? language : Fallback;

    public IEnumerable<string> Languages(MailKind kind) =>
        Directory.EnumerateFiles(_folder, $"{kind.Name}.*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file)[(kind.Name.Length + 1)..])
            .Order(StringComparer.Ordinal);

    private string Read(string file) => _read.GetOrAdd(file, name => File.ReadAllText(Path.Combine(_folder, name)));
}
