using System.Collections.Concurrent;

namespace SurveyGap.Web.Features.Mail.Words;

/// <summary>The texts under <c>templates/emails</c>, which can be edited without code.</summary>
public sealed class ShippedTexts
{
    // What is spoken where a text lacks in a person's language.
    private const string Fallback = "en";

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "templates", "emails");
    private readonly ConcurrentDictionary<string, string> _read = [];
    private readonly ConcurrentDictionary<MailKind, string[]> _languages = [];

    public Stencil Layout => field ??= new Stencil(Read("layout.html"));

    /// <summary>The Markdown of a kind of mail, in the language or else in English.</summary>
    public string Markdown(MailKind kind, string language) => Read($"{kind.Name}.{LanguageOf(kind, language)}.md");

    /// <summary>The first question with its ratings, for customers' mails.</summary>
    public string FirstAnswer(string language) => Read($"first-answer.{language}.md");

    /// <summary>The language in which the kind of mail is written for somebody of this language.</summary>
    public string LanguageOf(MailKind kind, string language) =>
        Languages(kind).Contains(language, StringComparer.Ordinal) ? language : Fallback;

    // Asked for each mail, so the folder is read once.
    public IReadOnlyList<string> Languages(MailKind kind) => _languages.GetOrAdd(kind, each =>
    [
        .. Directory.EnumerateFiles(_folder, $"{each.Name}.*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file)[(each.Name.Length + 1)..])
            .Order(StringComparer.Ordinal),
    ]);

    private string Read(string file) => _read.GetOrAdd(file, name => File.ReadAllText(Path.Combine(_folder, name)));
}
