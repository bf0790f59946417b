using System.Net;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Security;

/// <summary>Whatever is typed into the forms of signing in and of administration, nothing breaks.</summary>
public sealed class TextTests(TestApp app) : IClassFixture<TestApp>
{
    public static TheoryData<string> Naughty =>
    [
        "", " ", "\0", "a\0b\u0001\u007f", "‮rtl", "👩‍👩‍👧‍👦 Zürich", "<script>alert(1)</script>", "'; drop table account; --", "{{7*7}} %s %n", new string('x', 10_000),
    ];

    [Theory]
    [MemberData(nameof(Naughty))]
    public async Task A_text_is_taken_or_refused_and_never_an_error(string text)
    {
        using var nobody = app.Anonymous();
        var dora = await app.As(Person.Dora);
        HttpResponseMessage[] answers =
        [
            await nobody.Post("/sign-in", "/sign-in", ("email", text), ("password", text), ("return", text)),
            await nobody.Post("/password-reset", "/password-reset", ("email", text)),
            await dora.Post("/administration/accounts/new", "/administration/accounts", ("name", text), ("email", $"{Guid.NewGuid():N}@example.org"), ("language", text)),
            await dora.Post("/administration/accounts/new", "/administration/accounts", ("name", "Lea"), ("email", text), ("language", "de")),
            await dora.Post("/administration/clients/new", "/administration/clients", ("name", text), ("consultant", text)),
            await dora.GetAsync(new Uri($"/administration/audit?deed={Uri.EscapeDataString(text)}&account={Uri.EscapeDataString(text)}&before={Uri.EscapeDataString(text)}", UriKind.Relative), TestContext.Current.CancellationToken),
        ];

        Assert.All(answers, answer => Assert.True((int)answer.StatusCode < 500, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode}"));
    }

    [Fact]
    public async Task A_name_is_shown_as_it_was_typed()
    {
        const string Name = "<b>Müller & Söhne</b> 👍 ‮'\"";
        var dora = await app.As(Person.Dora);
        using var added = await dora.Post("/administration/clients/new", "/administration/clients", ("name", Name), ("consultant", ""));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);

        var page = await dora.GetStringAsync(added.Headers.Location!.ToString() is var location ? new Uri(location, UriKind.Relative) : null, TestContext.Current.CancellationToken);

        Assert.Contains($"<h1>{Name}</h1>", WebUtility.HtmlDecode(page.Replace("<h1>", "&lt;h1&gt;", StringComparison.Ordinal).Replace("</h1>", "&lt;/h1&gt;", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Müller", page, StringComparison.Ordinal);
    }
}
