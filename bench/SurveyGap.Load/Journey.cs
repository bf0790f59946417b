using System.Net;
using System.Text;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Load;

/// <summary>What one person does: opens the link, reads the page, sends it.</summary>
internal sealed class Journey(HttpClient http, Questionnaire questionnaire)
{
    private readonly IReadOnlyList<Question> _questions = FormPages.InOne(questionnaire, Audience.Customer)[0].Questions;

    public static HttpClient Browser(Uri address) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = 128,
    })
    { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>True once the answers are acknowledged; anything else may be tried again.</summary>
    public async Task<bool> Go(string link, int rating) => await Open(link) is { } opened && await Answer(opened, rating);

    /// <summary>From the link to the address of the form and the cookie that goes with it.</summary>
    public async Task<Opened?> Open(string link)
    {
        using var opened = await http.GetAsync(new Uri(link, UriKind.Relative));
        return opened.StatusCode is HttpStatusCode.Redirect && opened.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? new Opened(new Uri($"{opened.Headers.Location}/1", UriKind.Relative), cookies.First().Split(';')[0])
            : null;
    }

    /// <summary>Reads the form and sends it; true once the answers are acknowledged.</summary>
    public async Task<bool> Answer(Opened form, int rating)
    {
        using var read = await Send(HttpMethod.Get, form, null);
        if (IsThanks(read))
            return true;

        var html = await read.Content.ReadAsByteArrayAsync();
        // Answered before: an earlier try got through, and its reply was lost.
        if (read.StatusCode is HttpStatusCode.OK && html.AsSpan().IndexOf("schon geantwortet"u8) >= 0)
            return true;
        if (Binding(html) is not { } binding)
            return false;

        using var sent = await Submit(form, binding, rating);
        return IsThanks(sent);
    }

    /// <summary>Reads the form without sending it: what ties it to its person; null if there is none.</summary>
    public async Task<string?> Read(Opened form)
    {
        using var read = await Send(HttpMethod.Get, form, null);
        return Binding(await read.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends a form that was read.</summary>
    public Task<HttpResponseMessage> Submit(Opened form, string binding, int rating) => Send(HttpMethod.Post, form, Form(binding, rating));

    private async Task<HttpResponseMessage> Send(HttpMethod method, Opened form, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, form.Page) { Content = content };
        request.Headers.Add("Cookie", form.Cookie);
        return await http.SendAsync(request);
    }

    private FormUrlEncodedContent Form(string binding, int rating) => new(
    [
        .. _questions.Select(question => KeyValuePair.Create(question.Key, question.Scale is Scale.Pick3 ? question.Options[0] : $"{rating}")),
        new("binding", binding),
        new("to", "next"),
    ]);

    public static bool IsThanks(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.EndsWith("/thanks", StringComparison.Ordinal);

    // Read as bytes: what the players cost, the application on the same processors lacks.
    private static string? Binding(ReadOnlySpan<byte> html)
    {
        var before = "name=\"binding\" value=\""u8;
        var at = html.IndexOf(before);
        if (at < 0)
            return null;
        var value = html[(at + before.Length)..];
        return Encoding.ASCII.GetString(value[..value.IndexOf((byte)'"')]);
    }
}

/// <summary>Where a link led.</summary>
internal sealed record Opened(Uri Page, string Cookie);
