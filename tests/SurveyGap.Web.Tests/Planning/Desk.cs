using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Planning;

/// <summary>A person at the workspace: reads pages and sends forms.</summary>
internal sealed class Desk(TestApp app, Person person)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<IHtmlDocument> Read(string page)
    {
        var browser = await app.As(person);
        return await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(page, UriKind.Relative), Stop), Stop);
    }

    public async Task<HttpStatusCode> Status(string page) =>
        (await (await app.As(person)).GetAsync(new Uri(page, UriKind.Relative), Stop)).StatusCode;

    public async Task<HttpResponseMessage> Send(string page, params (string Name, string Value)[] fields)
    {
        var browser = await app.As(person);
        using var form = new FormUrlEncodedContent(fields.Append(("form-token", await Token())).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await browser.PostAsync(new Uri(page, UriKind.Relative), form, Stop);
    }

    public async Task<HttpResponseMessage> Upload(string page, byte[] file, string name, params (string Name, string Value)[] fields)
    {
        var browser = await app.As(person);
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Append(("form-token", await Token())))
            form.Add(new StringContent(value), field);
        form.Add(new ByteArrayContent(file), "file", name);
        return await browser.PostAsync(new Uri(page, UriKind.Relative), form, Stop);
    }

    /// <summary>A draft wave, made as Ana makes one; its address.</summary>
    public async Task<string> Draft(Guid client, string template = "service-mirror", string opens = "2099-11-02T08:00", string closes = "2099-11-29T23:59")
    {
        var response = await Send(
            $"/clients/{client}/plan",
            ("study", Guid.NewGuid().ToString()), ("template", template), ("name", "Servicespiegel"), ("wave", "Herbst 2099"),
            ("opens", opens), ("closes", closes), ("timeZone", "Europe/Zurich"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var people = response.Headers.Location!.OriginalString;
        return people[..people.LastIndexOf('/')];
    }

    private async Task<string> Token() => await TestApp.FormToken(await app.As(person), "/");
}
