using System.Net;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using SurveyGap.Web.Features.Mail.Mime;

namespace SurveyGap.Web.Features.Mail.Words;

/// <summary>
/// The words of one kind of mail in one language, read once and filled for each person.
/// The Markdown is turned into HTML before any value comes in, so that no name can become markup.
/// </summary>
public sealed partial class MailTemplate
{
    private readonly Stencil _subject;
    private readonly Stencil _text;
    private readonly Stencil _html;

    private MailTemplate(Stencil subject, Stencil text, Stencil html) => (_subject, _text, _html) = (subject, text, html);

    /// <summary>Reads a text whose heading is the subject; all faults at once, or the template.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="kind">What the mail is for.</param>
    /// <param name="more">Placeholders beyond those of the kind, which have a value too.</param>
    public static (MailTemplate? Template, IReadOnlyList<TemplateFault> Faults) Read(string markdown, MailKind kind, params IReadOnlyList<string> more)
    {
        var source = markdown.ReplaceLineEndings("\n").Trim();
        var document = MailMarkdown.Parse(source);
        var heading = document.FirstOrDefault() as HeadingBlock;
        var named = new Stencil(source).Names.ToHashSet(StringComparer.Ordinal);
        TemplateFault[] faults =
        [
            .. heading is null ? [new TemplateFault(TemplateFaultKind.NoSubject, "#")] : Array.Empty<TemplateFault>(),
            .. named.Except(kind.Placeholders).Except(more).Select(name => new TemplateFault(TemplateFaultKind.UnknownPlaceholder, name)),
            .. kind.Required.Except(named).Select(name => new TemplateFault(TemplateFaultKind.MissingPlaceholder, name)),
            .. MailMarkdown.ForbiddenLinks(document).Select(url => new TemplateFault(TemplateFaultKind.ForbiddenLink, url)),
        ];
        if (faults.Length > 0)
            return (null, faults);

        var subject = source[heading!.Span.Start..(heading.Span.End + 1)].TrimStart('#').Trim();
        document.Remove(heading);
        return (new MailTemplate(new(subject), new(MailMarkdown.ToText(document, source, heading.Span.End + 1)), new(MailMarkdown.ToHtml(document))), []);
    }

    /// <summary>The mail for one person.</summary>
    /// <param name="values">A value for each placeholder of the kind; an unknown name is an empty text.</param>
    /// <param name="layout">What stands around each mail.</param>
    public FilledMail Fill(IReadOnlyDictionary<string, string> values, MailLayout layout)
    {
        var subject = Mailbox.OneLine(_subject.Fill(values, value => value));
        return new FilledMail(
            subject,
            BlanksAtTheEnd().Replace(_text.Fill(values, value => value), "") + "\n",
            layout.Around(subject, _html.Fill(values, WebUtility.HtmlEncode)));
    }

    [GeneratedRegex(@"[ \t]+(?=\n|$)", RegexOptions.None, 1000)]
    private static partial Regex BlanksAtTheEnd();
}

/// <summary>A mail's words, ready to be sent.</summary>
public sealed record FilledMail(string Subject, string Text, string Html);

/// <summary>Why a text cannot be used as it is.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">With what: the placeholder, the address.</param>
public sealed record TemplateFault(TemplateFaultKind Kind, string Detail);

public enum TemplateFaultKind
{
    NoSubject,
    UnknownPlaceholder,
    MissingPlaceholder,
    ForbiddenLink,
}
