using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SurveyGap.Web.Tests.Security;

/// <summary>Finds the pages that a person can reach by links, one of each kind, and the forms on them that hold text.</summary>
internal sealed partial class FormWalk(HttpClient browser)
{
    private static readonly string[] Shown = ["text", "search", "email", "url", "tel"];
    private static readonly string[] Typed = [.. Shown, "number", "date", "datetime-local", "time"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One page of each kind, as its path.</summary>
    public async Task<IReadOnlyList<string>> Pages(params string[] starts)
    {
        Queue<string> waiting = new(starts);
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path))
        {
            if (found.ContainsKey(Kind(path)) || await Read(path) is not { } page)
                continue;
            found[Kind(path)] = path;
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]))
                waiting.Enqueue(link);
        }

        return [.. found.Values];
    }

    /// <summary>The page; null if it is none, or not there.</summary>
    public async Task<IHtmlDocument?> Read(string path)
    {
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
        return response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/html" ? await Parsed(response) : null;
    }

    /// <summary>
    /// The forms of a page that people type into. Passwords are left out, since wrong ones lock the account; and deletions,
    /// since they ask for a name, and the walk itself has given it.
    /// </summary>
    public static IReadOnlyList<IHtmlFormElement> Forms(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll("main form").OfType<IHtmlFormElement>()
            .Where(form => Fields(form, Typed).Any() && form.QuerySelector("[type=password]") is null)
            .Where(form => form.GetAttribute("action")?.EndsWith("/deletion", StringComparison.Ordinal) is not true),
    ];

    /// <summary>Fields whose text a page shows again as it was typed.</summary>
    public static IEnumerable<string> ShownFields(IHtmlFormElement form) => Fields(form, Shown);

    /// <summary>What a page has in a field; null if it has no such field.</summary>
    public static string? Value(IHtmlDocument page, string field) => page.QuerySelectorAll("main [name]").FirstOrDefault(element => element.GetAttribute("name") == field) switch
    {
        IHtmlTextAreaElement area => area.TextContent,
        { } element => element.GetAttribute("value") ?? "",
        null => null,
    };

    /// <summary>Types the same into all fields of a form, and presses its first button.</summary>
    public Task<HttpResponseMessage> Send(string path, IHtmlFormElement form, string text)
    {
        var typed = Fields(form, Typed).ToHashSet(StringComparer.Ordinal);
        List<KeyValuePair<string, string>> sent = [.. typed.Select(name => KeyValuePair.Create(name, text))];
        sent.AddRange(form.Elements.SelectMany(Others).Where(field => !typed.Contains(field.Key)));
        if (form.QuerySelector("button[name]") is { } button)
            sent.Add(KeyValuePair.Create(button.GetAttribute("name")!, button.GetAttribute("value") ?? ""));

        var target = form.QuerySelector("button[formaction]")?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? path;
        return form.GetAttribute("method") == "post"
            ? browser.PostAsync(new Uri(target, UriKind.Relative), Content(form, sent), Stop)
            : browser.GetAsync(new Uri($"{target.Split('?')[0]}?{string.Join('&', sent.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))}", UriKind.Relative), Stop);
    }

    public static async Task<IHtmlDocument> Parsed(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Stop));

    private static HttpContent Content(IHtmlFormElement form, List<KeyValuePair<string, string>> sent)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
            return new FormUrlEncodedContent(sent);
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in sent)
            parts.Add(new StringContent(value), name);
        return parts;
    }

    private static IEnumerable<string> Fields(IHtmlFormElement form, string[] types) => form.Elements
        .Where(element => element is IHtmlTextAreaElement || (element is IHtmlInputElement && types.Contains(element.GetAttribute("type") ?? "text")))
        .Select(element => element.GetAttribute("name"))
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Others(AngleSharp.Dom.IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } => [],
        IHtmlInputElement { Name: { } name } input => [KeyValuePair.Create(name, input.Value)],
        IHtmlSelectElement { Name: { } name } select => [KeyValuePair.Create(name, select.Value ?? "")],
        _ => [],
    };

    /// <summary>What a form is for: where it goes, with which fields.</summary>
    public static string Purpose(string path, IHtmlFormElement form) =>
        $"{Id().Replace(Kind(form.GetAttribute("action") ?? path), "*")} {string.Join(' ', Fields(form, Typed))}";

    // Pages that differ in an id, a number or a key alone are of one kind; but each wave has its own state.
    private static string Kind(string path) => Varying().Replace(path.Split('?')[0], "*");

    [GeneratedRegex("[0-9a-f-]{36}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<!/waves/)[0-9a-f-]{36}|(?<=/)\d+(?=/|$)|(?<=/(questions|dimensions|charts)/)[^/]+|(?<=/texts/).+|(?<=/preview/).+|\.\w+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Varying();
}
