using System.Globalization;
using System.Net.Http.Headers;

namespace SurveyGap.Testing;

/// <summary>Keeps cookies as a browser does, Secure ones on loopback too, and follows no redirect: tests want to see them.</summary>
internal sealed class TestBrowser(TestClock clock) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly Dictionary<string, string> _cookies = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await base.SendAsync(request, cancellationToken);
        foreach (var line in SetCookies(response.Headers))
            Keep(line);
        return response;
    }

    public static IEnumerable<string> SetCookies(HttpResponseHeaders headers) =>
        headers.TryGetValues("Set-Cookie", out var lines) ? lines : [];

    private void Keep(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        var (name, value) = (parts[0][..parts[0].IndexOf('=', StringComparison.Ordinal)], parts[0][(parts[0].IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var expires = parts.FirstOrDefault(part => part.StartsWith("expires=", StringComparison.OrdinalIgnoreCase));
        if (expires is not null && DateTimeOffset.Parse(expires["expires=".Length..], CultureInfo.InvariantCulture) < clock.GetUtcNow())
            _cookies.Remove(name);
        else
            _cookies[name] = value;
    }
}
