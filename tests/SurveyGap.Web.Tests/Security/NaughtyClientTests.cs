using System.Net;
using System.Text.RegularExpressions;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Clients;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Tests.Security;

/// <summary>
/// What a client is called and says about itself stands on nearly every page, and in its files. Whatever is typed there is kept as it
/// was typed, and all of them bear it.
/// </summary>
public sealed partial class NaughtyClientTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Client = $"/clients/{Cast.Alpenblick.Id}";
    private static readonly string Settings = $"{Client}/settings";
    private static readonly string Results = $"{Client}/waves/{Cast.Alpenblick.ClosedWave}";

    private static readonly string[] Pages =
        ["/", Client, Settings, $"{Client}/deletion", $"{Client}/plan", $"{Client}/waves/{Cast.Alpenblick.OpenWave}", $"{Results}/results"];

    private static readonly string[] Fields = ["name", "imprint", "privacyContact"];

    // No browser sends NUL from a form, and the framework answers 400 to who does.
    public static TheoryData<string> Typed => [.. NaughtyStrings.All.Select(text => text.Replace("\0", "", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task The_details_of_a_client_bear_whatever_is_typed(string text)
    {
        var browser = await app.As(Person.Ana);
        FormWalk ana = new(browser);
        var before = await Details(ana);
        using var response = await Save(ana, text);
        var isRefused = !PlainText.IsName(text, ClientForm.LongestName);
        Assert.Equal(isRefused ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Redirect, response.StatusCode);

        var after = await Details(ana);
        Assert.Equal(isRefused ? before : [Bare(text), Bare(text), Bare(text)], after);
        foreach (var path in Pages)
            await Bears(ana, path, name: after[0]);
        var report = await browser.GetByteArrayAsync(new Uri($"{Results}/report?language=de", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-"u8, report.AsSpan(0, 5));
    }

    private static async Task Bears(FormWalk ana, string path, string name)
    {
        var page = await ana.Read(path);
        Assert.True(page is not null, $"{path} is shown no more.");
        Assert.Contains(name, Bare(page.Body!.TextContent), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[onerror], [onload], [onclick], img[src='naughty'], script:not([src])"));
    }

    private static async Task<HttpResponseMessage> Save(FormWalk ana, string text)
    {
        var page = await ana.Read(Settings);
        return await ana.Send(Settings, FormWalk.Forms(page!).Single(form => form.GetAttribute("action") == Settings), text);
    }

    private static async Task<string[]> Details(FormWalk ana)
    {
        var page = await ana.Read(Settings);
        return [.. Fields.Select(field => Bare(FormWalk.Value(page!, field)!))];
    }

    // Control characters are in no font, a field of one line takes no line end, and spaces are no text.
    private static string Bare(string text) => Spaces().Replace(PlainText.Of(text), "");

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
