using System.Net;
using System.Text.RegularExpressions;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Load;

/// <summary>What one person does: opens the link, reads the page, sends it.</summary>
internal sealed partial class Journey(HttpClient http, Questionnaire questionnaire)
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
    public async Task<bool> Go(string link, int rating)
    {
        using var opened = await http.GetAsync(new Uri(link, UriKind.Relative));
        if (opened.StatusCode is not HttpStatusCode.Redirect || !opened.Headers.TryGetValues("Set-Cookie", out var cookies))
            return false;

        var cookie = cookies.First().Split(';')[0];
        var page = new Uri($"{opened.Headers.Location}/1", UriKind.Relative);
        using var read = await Send(HttpMethod.Get, page, cookie, null);
        if (IsThanks(read))
            return true;

        var html = await read.Content.ReadAsStringAsync();
        // Answered before: an earlier try got through, and its reply was lost.
        if (read.StatusCode is HttpStatusCode.OK && html.Contains("schon geantwortet", StringComparison.Ordinal))
            return true;
        if (Binding().Match(html) is not { Success: true } binding)
            return false;

        using var sent = await Send(HttpMethod.Post, page, cookie, Form(binding.Groups["value"].Value, rating));
        return IsThanks(sent);
    }

    private Task<HttpResponseMessage> Send(HttpMethod method, Uri page, string cookie, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, page) { Content = content };
        request.Headers.Add("Cookie", cookie);
        return http.SendAsync(request);
    }

    private FormUrlEncodedContent Form(string binding, int rating) => new(
    [
        .. _questions.Select(question => KeyValuePair.Create(question.Key, question.Scale is Scale.Pick3 ? question.Options[0] : $"{rating}")),
        new("binding", binding),
        new("to", "next"),
    ]);

    private static bool IsThanks(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.EndsWith("/thanks", StringComparison.Ordinal);

    [GeneratedRegex("name=\"binding\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Binding();
}
