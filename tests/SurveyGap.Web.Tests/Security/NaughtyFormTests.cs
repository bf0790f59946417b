using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Tests.Questionnaires;

namespace SurveyGap.Web.Tests.Security;

/// <summary>Every text field of every form that can be reached bears every naughty string. New forms are found by themselves.</summary>
public sealed partial class NaughtyFormTests(TestApp app) : IClassFixture<TestApp>
{
    // Of the client, its studies, their questionnaires, and its waves in each state.
    private const int FewestForms = 15;

    [Fact]
    public async Task A_consultants_forms_bear_whatever_is_typed()
    {
        var desk = await Desk.Of(app);
        await Walk(Person.Ana, FewestForms, "/", $"/clients/{Cast.Alpenblick.Id}", $"/clients/{Cast.Alpenblick.Id}/waves/{desk.Wave}", desk.Address);
    }

    [Fact]
    public Task An_administrators_forms_bear_whatever_is_typed() => Walk(Person.Dora, 1, "/", "/administration");

    private async Task Walk(Person person, int fewest, params string[] starts)
    {
        var walk = new FormWalk(await app.As(person));
        List<string> faults = [];
        HashSet<string> purposes = [];
        foreach (var path in await walk.Pages(starts))
        {
            foreach (var (number, form) in (await walk.Read(path) is { } page ? FormWalk.Forms(page) : []).Index())
            {
                if (!purposes.Add(FormWalk.Purpose(path, form)))
                    continue;
                foreach (var text in NaughtyStrings.All)
                    faults.AddRange((await Try(walk, path, number, text)).Select(fault => $"{path}, form {number + 1}, «{Short(text)}»: {fault}"));
            }
        }

        Assert.True(purposes.Count >= fewest, $"The walk found {purposes.Count} forms, a link to the others is missing:\n{string.Join('\n', purposes)}");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    // The form is fetched anew each time: what was typed before may have moved or renamed it.
    private static async Task<IReadOnlyList<string>> Try(FormWalk walk, string path, int number, string text)
    {
        if (await walk.Read(path) is not { } before || FormWalk.Forms(before).ElementAtOrDefault(number) is not { } form)
            return [];
        using var response = await walk.Send(path, form, text);
        if ((int)response.StatusCode >= 500)
            return [$"{(int)response.StatusCode}"];
        var isRedirect = response.Headers.Location is not null;
        var page = isRedirect ? await walk.Read(response.Headers.Location!.ToString())
            : response.Content.Headers.ContentType?.MediaType == "text/html" ? await FormWalk.Parsed(response) : null;
        return page is null ? [] : [.. Marked(page), .. FormWalk.ShownFields(form).SelectMany(field => Shown(before, page, field, text))];
    }

    // A page that shows the field again shows what was typed, or, once it is done with it, what it showed before.
    private static IEnumerable<string> Shown(IHtmlDocument before, IHtmlDocument page, string field, string text)
    {
        if (FormWalk.Value(page, field) is { } value && Bare(value) != Bare(text) && Bare(value) != Bare(FormWalk.Value(before, field) ?? ""))
            yield return $"{field} shows «{Short(value)}»";
    }

    private static IEnumerable<string> Marked(IHtmlDocument page) =>
        page.QuerySelectorAll("[onerror], [onload], [onclick], img[src='naughty'], script:not([src])").Select(element => $"markup came through: {element.OuterHtml}");

    // Control characters are in no font, a field of one line takes no line end, spaces are no text, addresses have no capitals, and
    // where a file may come too, a mark of byte order in front is read as what it is.
    private static string Bare(string text) => Spaces().Replace(PlainText.Of(text).TrimStart('\ufeff'), "").ToUpperInvariant();

    private static string Short(string text) => text.Length > 40 ? $"{text[..40]}… ({text.Length})" : text;

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
