using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.Questionnaires;

/// <summary>A study of Ana's client with a wave in draft, and the pages that she edits it on.</summary>
internal sealed class Desk
{
    private readonly TestApp _app;
    private readonly HttpClient _browser;

    private Desk(TestApp app, HttpClient browser) => (_app, _browser) = (app, browser);

    public Guid Study { get; } = Guid.NewGuid();

    public Guid Wave { get; } = Guid.NewGuid();

    public string Address => $"/clients/{Cast.Alpenblick.Id}/studies/{Study}/questionnaire";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string StudySql = """
        insert into study (client_id, study_id, name, languages, created_at) values (@client, @Study, 'Spiegel', @languages, now());
        insert into questionnaire_version (client_id, study_id, version, questionnaire, created_at, created_by) values (@client, @Study, 1, @json::jsonb, now(), @account)
        """;

    public static async Task<Desk> Of(TestApp app, Person? person = null)
    {
        var desk = new Desk(app, await app.As(person ?? Person.Ana));
        var mirror = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);
        await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteAsync(StudySql, new
        {
            client = Cast.Alpenblick.Id,
            desk.Study,
            languages = mirror.Languages.ToArray(),
            json = QuestionnaireFile.Write(mirror),
            account = Person.Ana.Id,
        }), Stop);
        await desk.Plan(desk.Wave, "Herbst");
        return desk;
    }

    public Task Plan(Guid wave, string name) => _app.Services.GetRequiredService<WaveStore>().Plan(
        Cast.Alpenblick.Id,
        new NewWave { Wave = wave, Study = Study, Name = name, OpensAt = DateTimeOffset.UnixEpoch.AddYears(100), ClosesAt = DateTimeOffset.UnixEpoch.AddYears(101) },
        _app.Clock.GetUtcNow(),
        Stop);

    public async Task Open(Guid wave) =>
        Assert.Equal(Opening.Opened, await _app.Services.GetRequiredService<WaveStore>().Open(Cast.Alpenblick.Id, wave, _app.Clock.GetUtcNow(), Stop));

    public async Task<CurrentQuestionnaire> Current() =>
        (await _app.Services.GetRequiredService<QuestionnaireStore>().Current(Cast.Alpenblick.Id, Study, Stop))!;

    public async Task<Question?> Question(string key) => (await Current()).Questionnaire.Questions.FirstOrDefault(question => question.Key == key);

    public async Task<IHtmlDocument> Read(string path) => await Parsed(await Fetch(path));

    public Task<HttpResponseMessage> Fetch(string path) => _browser.GetAsync(new Uri(Address + path, UriKind.Relative), Stop);

    /// <summary>Fills in fields of the form that a page has, and sends it.</summary>
    public async Task<HttpResponseMessage> Send(string page, params (string Field, string? Value)[] fields) => await Send(await Read(page), fields);

    /// <summary>The same from a page that was opened a while ago.</summary>
    public Task<HttpResponseMessage> Send(IHtmlDocument page, params (string Field, string? Value)[] fields)
    {
        var form = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(each => each.QuerySelector("[name=version]") is not null);
        List<KeyValuePair<string, string>> sent = [.. Filled(form).Where(field => fields.All(changed => changed.Field != field.Key))];
        sent.AddRange(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Field, field.Value!)));
        return _browser.PostAsync(new Uri(form.GetAttribute("action") ?? Address, UriKind.Relative), new FormUrlEncodedContent(sent), Stop);
    }

    /// <summary>Presses a button that sends its form elsewhere.</summary>
    public async Task<HttpResponseMessage> Press(string path, string? to = null, int? version = null)
    {
        Dictionary<string, string> form = new()
        {
            ["form-token"] = await TestApp.FormToken(_browser, "/"),
            ["version"] = $"{version ?? (await Current()).Version}",
            ["to"] = to ?? "",
        };
        return await _browser.PostAsync(new Uri(Address + path, UriKind.Relative), new FormUrlEncodedContent(form), Stop);
    }

    public async Task<HttpResponseMessage> Upload(string json, string name = "eigene.json", int? version = null)
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent(await TestApp.FormToken(_browser, "/")), "form-token" },
            { new StringContent($"{version ?? (await Current()).Version}"), "version" },
            { new StringContent(json), "file", name },
        };
        return await _browser.PostAsync(new Uri($"{Address}/file", UriKind.Relative), form, Stop);
    }

    public static async Task<IHtmlDocument> Parsed(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Stop));

    public static void Saved(HttpResponseMessage response) => Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);

    /// <summary>What a browser would send of a form.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Filled(IHtmlFormElement form) => form.Elements.SelectMany(element => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Name: { } name } input => [KeyValuePair.Create(name, input.Value)],
        IHtmlTextAreaElement { Name: { } name } area => [KeyValuePair.Create(name, area.Value)],
        IHtmlSelectElement { Name: { } name } select => [KeyValuePair.Create(name, select.Value ?? "")],
        _ => (IEnumerable<KeyValuePair<string, string>>)[],
    });
}
