using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SurveyGap.Web.Features.Mail.Words;

/// <summary>Markdown as mails use it: paragraphs, emphasis, lists, links; a paragraph that is one link is the button; what follows a rule is small print.</summary>
internal static class MailMarkdown
{
    private const string Paragraph = "margin:0 0 16px";
    private const string Small = "margin:0 0 12px;font-size:15px;line-height:22px;color:#4F5E6B;overflow-wrap:anywhere";

    // No HTML from a text field: what looks like a tag is shown as it was typed.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePreciseSourceLocation()
        .UseSoftlineBreakAsHardlineBreak()
        .Build();

    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>Links that a mail must not have: to other schemes than the web's and mail's, and pictures.</summary>
    public static IEnumerable<string> ForbiddenLinks(MarkdownDocument document) =>
        document.Descendants<LinkInline>()
            .Where(link => link.IsImage || !IsAllowed(link.Url ?? ""))
            .Select(link => link.Url ?? "")
            .Concat(document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsAllowed(link.Url)).Select(link => link.Url));

    /// <summary>The text part is the Markdown as it was written, but for links, which are written out.</summary>
    public static string ToText(MarkdownDocument document, string source, int start)
    {
        var text = new StringBuilder();
        foreach (var link in document.Descendants<LinkInline>())
        {
            var words = source[link.LabelSpan.Start..(link.LabelSpan.End + 1)];
            text.Append(source, start, link.Span.Start - start)
                .Append(IsButton(link.Parent) && (link.Parent as ContainerInline)?.ParentBlock?.Parent is not ListItemBlock ? $"{words}:\n{link.Url}" : $"{words} <{link.Url}>");
            start = link.Span.End + 1;
        }

        return text.Append(source, start, source.Length - start).ToString().Trim('\n');
    }

    public static string ToHtml(MarkdownDocument document)
    {
        var small = false;
        foreach (var block in document)
        {
            if (block is ThematicBreakBlock)
            {
                small = true;
                Style(block, "rule", "margin:32px 0 24px;border:0;border-top:1px solid #E1E6EA");
            }

            foreach (var paragraph in block.Descendants().Prepend(block).OfType<ParagraphBlock>().Where(part => !IsButton(part.Inline)))
                Style(paragraph, small ? "small" : "text", small ? Small : Paragraph);
        }

        foreach (var link in document.Descendants<LinkInline>().Where(link => !IsButton(link.Parent)))
            Style(link, "link", "color:#1F6683");
        foreach (var list in document.Descendants<ListBlock>().Where(list => list.Descendants<ParagraphBlock>().All(item => IsButton(item.Inline))))
            StyleChoices(list);

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<ParagraphRenderer>(new ButtonOrParagraph());
        renderer.Render(document);
        return html.ToString();
    }

    private static bool IsAllowed(string url) =>
        url.StartsWith("{{", StringComparison.Ordinal)
        || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto");

    private static bool IsButton(ContainerInline? paragraph) => paragraph is { ParentBlock: ParagraphBlock, FirstChild: LinkInline link } && link == paragraph.LastChild;

    // A list of nothing but links is a choice: one row each, as high as a thumb, and all alike.
    private static void StyleChoices(ListBlock list)
    {
        Style(list, "choices", "margin:0 0 16px;padding:0;list-style:none");
        foreach (var item in list)
            Style(item, "choice", "margin:0 0 8px");
        foreach (var link in list.Descendants<LinkInline>())
            Style(link, "choice-link", "display:block;padding:12px 16px;border:1px solid #76848F;border-radius:6px;color:#14232F;text-decoration:none");
    }

    private static void Style(MarkdownObject part, string name, string style)
    {
        part.GetAttributes().AddClass(name);
        part.GetAttributes().AddProperty("style", style);
    }

    // Outlook ignores padding on links, but not on cells.
    private sealed class ButtonOrParagraph : ParagraphRenderer
    {
        protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
        {
            if (!IsButton(obj.Inline) || obj.Parent is ListItemBlock)
            {
                base.Write(renderer, obj);
                return;
            }

            Style(obj.Inline!.FirstChild!, "action", "color:#FFFFFF;font-weight:bold;text-decoration:none");
            renderer.Write("<table role=\"presentation\" cellspacing=\"0\" cellpadding=\"0\" border=\"0\" style=\"margin:24px 0 32px\"><tr>")
                .Write("<td class=\"button\" style=\"padding:13px 28px;border-radius:6px;background:#1F6683\">")
                .WriteLeafInline(obj)
                .WriteLine("</td></tr></table>");
        }
    }
}
