using System.Net;
using System.Text.RegularExpressions;
using SurveyGap.Testing;
using SurveyGap.Web.Features.SecondFactor;

namespace SurveyGap.Web.Tests.SecondFactor;

/// <summary>A person's phone: reads the secret from the page, and shows codes.</summary>
internal sealed partial class Authenticator
{
    private const string Page = "/account/second-factor";
    private readonly TestApp _app;
    private readonly byte[] _secret;

    private Authenticator(TestApp app, byte[] secret, IReadOnlyList<string> recoveryCodes) =>
        (_app, _secret, RecoveryCodes) = (app, secret, recoveryCodes);

    public IReadOnlyList<string> RecoveryCodes { get; }

    /// <summary>Sets a second factor up in a browser that is signed in.</summary>
    public static async Task<Authenticator> SetUp(TestApp app, HttpClient browser)
    {
        var page = await browser.GetStringAsync(new Uri(Page, UriKind.Relative), TestContext.Current.CancellationToken);
        var secret = Read(Secret().Match(page).Groups["text"].Value);
        using var answer = await browser.Post(Page, Page, ("offer", Offer().Match(page).Groups["text"].Value), ("code", CodeOf(secret, app)), ("password", Person.Password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new Authenticator(app, secret, CodesIn(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    public static IReadOnlyList<string> CodesIn(string page) => [.. Code().Matches(page).Select(match => match.Groups["text"].Value)];

    public string Shows() => CodeOf(_secret, _app);

    /// <summary>Whether bytes hold the secret as it is, or as text.</summary>
    public bool IsReadableIn(byte[] kept) => kept.AsSpan().IndexOf(_secret) >= 0;

    private static string CodeOf(byte[] secret, TestApp app) => Totp.Code(secret, Totp.StepAt(app.Clock.GetUtcNow()));

    private static byte[] Read(string letters)
    {
        var bits = string.Concat(letters.Where(char.IsLetterOrDigit).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(value => Convert.ToByte(new string(value), 2))];
    }

    [GeneratedRegex("<code class=\"secret\">(?<text>[^<]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"offer\" value=\"(?<text>[^\"]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Offer();

    [GeneratedRegex("<li><code>(?<text>[^<]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
