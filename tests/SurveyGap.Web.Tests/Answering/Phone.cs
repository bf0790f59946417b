using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>A respondent's browser without JavaScript.</summary>
internal sealed partial class Phone(TestApp app) : IDisposable
{
    private readonly HttpClient _browser = app.Anonymous();

    /// <summary>The address that the link led to: <c>/answer/{wave}/{language}</c>.</summary>
    public string Root { get; private set; } = "";

    public static Task<Round> Wave(TestApp app, bool onePage = false) =>
        Round.Open(app.Database, keys: app.Services.GetRequiredService<WaveKeyFolder>(), onePage: onePage);

    public static string LinkOf(Round round, NewInvitation person) => $"/r/{round.WaveKeys.Link(person.Invitation, InvitationStore.FirstEpoch).Reveal()}";

    /// <summary>Opens a link and goes where it leads.</summary>
    public async Task<string> Open(string link)
    {
        var response = await Get(link);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Root = response.Headers.Location!.OriginalString;
        return await Read(Root);
    }

    public Task<HttpResponseMessage> Get(string path) => _browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> Head(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
        return await _browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> Read(string path) => await (await Get(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>The hidden field that binds a form to this device.</summary>
    public async Task<string> Binding(string page) => BindingField().Match(await Read(page)).Groups["value"].Value;

    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return _browser.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a page with everything on it answered.</summary>
    public async Task<HttpResponseMessage> Send(FormPage page, string to = "next", params (string Name, string Value)[] more) =>
        await Post($"{Root}/{page.Number}", await Filled(page, to, more));

    /// <summary>Sends a page on which everything is rated alike.</summary>
    public async Task<HttpResponseMessage> Send(FormPage page, int rating)
    {
        var form = Mirror.Answered(page);
        foreach (var question in page.Questions.Where(question => question.Scale is Scale.Quality5))
            form[question.Key] = $"{rating}";
        return await Post($"{Root}/{page.Number}", [.. Fields(form), ("binding", await Binding($"{Root}/{page.Number}")), ("to", "next")]);
    }

    /// <summary>The fields of a page with everything on it answered.</summary>
    public async Task<(string Name, string Value)[]> Filled(FormPage page, string to = "next", params (string Name, string Value)[] more) =>
        [.. Fields(Mirror.Answered(page)), .. more, ("binding", await Binding($"{Root}/{page.Number}")), ("to", to)];

    public void Dispose() => _browser.Dispose();

    private static IEnumerable<(string Name, string Value)> Fields(Dictionary<string, StringValues> form) =>
        form.Select(field => (field.Key, field.Value.ToString()));

    [GeneratedRegex("name=\"binding\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BindingField();
}
