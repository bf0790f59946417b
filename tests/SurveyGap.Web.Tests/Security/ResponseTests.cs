using System.Net;
using System.Net.Sockets;
using System.Text;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Security;

/// <summary>What every response carries.</summary>
public sealed class ResponseTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_page_runs_and_loads_nothing_that_it_does_not_name()
    {
        using var response = await app.Anonymous().GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.True(response.Headers.Contains("Permissions-Policy"));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_nonce_is_new_for_every_response()
    {
        using var browser = app.Anonymous();
        var first = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var second = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.NotEqual(first.Headers.GetValues("Content-Security-Policy").Single(), second.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Cookies_are_for_this_host_over_https_and_for_no_script()
    {
        using var browser = app.Anonymous();
        var form = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var session = await TestApp.SignIn(browser, Person.Ana.Email, Person.Password);

        string[] cookies = [.. TestBrowser.SetCookies(form.Headers), .. TestBrowser.SetCookies(session.Headers)];
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-form=", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("samesite=none", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var browser = app.Anonymous();
        using var response = await browser.PostAsync(
            new Uri("/sign-in", UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = Person.Ana.Email, ["password"] = Person.Password }),
            TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(TestBrowser.SetCookies(response.Headers), cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_told_so()
    {
        using var browser = app.Anonymous();
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative));
        request.Headers.ExpectContinue = true; // the answer comes before the body is sent
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = new('a', 600 * 1024) });

        using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("/sign-in", 100, "HTTP/1.1 413", "512 KB")]
    [InlineData("/clients/ALPENBLICK/waves/WAVE/people/import", 20, "HTTP/1.1 302", "Location: /sign-in")]
    public async Task An_upload_that_is_refused_is_sent_to_its_end_and_its_answer_read(string path, int megabytes, string status, string told)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port, TestContext.Current.CancellationToken);
        var line = client.GetStream();
        var address = path.Replace("ALPENBLICK", $"{Cast.Alpenblick.Id}", StringComparison.Ordinal).Replace("WAVE", $"{Cast.Alpenblick.OpenWave}", StringComparison.Ordinal);

        // As browsers do: first they send all of it, and then they read.
        await line.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {address} HTTP/1.1\r\nHost: {app.Address.Authority}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {megabytes << 20}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        for (var sent = 0; sent < megabytes; sent++)
            await line.WriteAsync(new byte[1 << 20], TestContext.Current.CancellationToken);
        var answer = await new StreamReader(line).ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith(status, answer, StringComparison.Ordinal);
        Assert.Contains(told, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_exist_says_so_in_the_language_that_is_asked_for()
    {
        using var browser = app.Anonymous();
        browser.DefaultRequestHeaders.Add("Accept-Language", "en-GB, de;q=0.5");
        using var page = await browser.GetAsync(new Uri("/errors/404", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("This page does not exist", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_JSON_gets_problem_details()
    {
        using var browser = app.Anonymous();
        browser.DefaultRequestHeaders.Add("Accept", "application/json");
        using var response = await browser.GetAsync(new Uri("/errors/503", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter!.Delta);
        Assert.Contains("\"correlation\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
