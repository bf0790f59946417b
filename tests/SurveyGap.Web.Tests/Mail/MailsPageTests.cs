using System.Net;
using System.Text.RegularExpressions;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>Ana plans, changes and tries out mails on the pages.</summary>
public sealed partial class MailsPageTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Page = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.OpenWave}/mails";
    private static readonly string Text = $"{Page}/texts/invitation/de";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reminder_that_is_planned_twice_stands_there_once_and_can_be_called_back()
    {
        var mailing = Guid.NewGuid().ToString();
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await Post(Page, ("mailing", mailing), ("kind", "reminder"), ("on", "2099-01-05"))).StatusCode);

        var planned = await Get(Page);
        Assert.Equal(2, planned.Split($"{mailing}/cancellation").Length);
        Assert.Contains("5. Januar 2099", planned, StringComparison.Ordinal);
        await Post($"{Page}/{mailing}/cancellation");
        Assert.DoesNotContain($"{mailing}/cancellation", await Get(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_reminder_is_proposed_on_the_heels_of_another()
    {
        var mailing = Guid.NewGuid().ToString();
        var last = LastDay().Match(await Get(Page)).Groups["day"].Value;
        await Post(Page, ("mailing", mailing), ("kind", "reminder"), ("on", last));

        Assert.Matches($"id=\"on-last-reminder\"[^>]* value=\"{last}\"", await Get(Page));
        await Post($"{Page}/{mailing}/cancellation");
    }

    [Theory]
    [InlineData("kind", "password")]
    [InlineData("mailing", "")]
    public async Task What_is_no_mailing_is_refused(string field, string value)
    {
        Dictionary<string, string> form = new() { ["mailing"] = Guid.NewGuid().ToString(), ["kind"] = "thanks", [field] = value };

        Assert.Equal(HttpStatusCode.BadRequest, (await Post(Page, [.. form.Select(pair => (pair.Key, pair.Value))])).StatusCode);
    }

    [Fact]
    public async Task A_text_with_a_fault_is_not_kept_and_loses_nothing()
    {
        var response = await Post(Text, ("markdown", "# Hallo {{vorname}}\n\nMein Satz. {{link}}"));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Stop));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("Diesen Platzhalter gibt es nicht: vorname", page, StringComparison.Ordinal);
        Assert.Contains("Dieser Platzhalter fehlt: unsubscribe", page, StringComparison.Ordinal);
        Assert.Contains("Mein Satz.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Mein Satz.", await Get(Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_own_text_is_previewed_kept_tried_out_and_taken_back()
    {
        const string Own = "# Grüezi {{name}}\n\nMein Satz.\n\n[Los]({{link}})\n\n[Nein danke]({{unsubscribe}})";
        var preview = await Post($"{Text}/letter", ("markdown", Own));
        Assert.Contains($"Grüezi {Person.Ana.Name}", WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.DoesNotContain("Mein Satz.", await Get(Text), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await Post(Text, ("markdown", Own))).StatusCode);
        Assert.Contains("Mein Satz.", await Get(Text), StringComparison.Ordinal);
        var trial = await (await Post($"{Text}/trial")).Content.ReadAsStringAsync(Stop);
        Assert.Contains($"Die Probemail ist unterwegs an {Person.Ana.Email}.", trial, StringComparison.Ordinal);

        await Post($"{Text}/reset");
        Assert.DoesNotContain("Mein Satz.", await Get(Text), StringComparison.Ordinal);
    }

    // A form with an address of its own gets none by itself, and a test that brings one along would not notice.
    [Theory]
    [InlineData("")]
    [InlineData("/texts/invitation/de")]
    public async Task Every_form_carries_its_token(string page)
    {
        var forms = (await Get(Page + page)).Split("<form ").Skip(1).Where(form => form.StartsWith("method=\"post\"", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(forms);
        Assert.All(forms, form => Assert.Contains("name=\"form-token\"", form.Split("</form>")[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_stands_in_a_frame_of_ours_alone_and_nothing_in_it_runs()
    {
        var response = await (await app.As(Person.Ana)).GetAsync(new Uri($"{Text}/letter", UriKind.Relative), Stop);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox", policy);
        Assert.Contains("srcdoc=\"&lt;!DOCTYPE html&gt;", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_with_a_fault_says_which()
    {
        var response = await Post($"{Text}/letter", ("markdown", "# Hallo {{vorname}}"));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Stop));

        Assert.Contains("Diesen Platzhalter gibt es nicht: vorname", page, StringComparison.Ordinal);
        Assert.DoesNotContain("srcdoc", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_question_is_switched_into_the_mail_and_out_again()
    {
        Assert.DoesNotContain("#answer=", await Get($"{Text}/letter"), StringComparison.Ordinal);

        await Post($"{Page}/first-answer", ("on", "true"));
        Assert.Contains("#answer=overall_quality.5", await Get($"{Text}/letter"), StringComparison.Ordinal);
        Assert.Contains("Für diese Studie ausschalten", await Get(Page), StringComparison.Ordinal);

        await Post($"{Page}/first-answer", ("on", "false"));
        Assert.DoesNotContain("#answer=", await Get($"{Text}/letter"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mailbox_of_real_people_stays_shut()
    {
        var browser = await app.As(Person.Ana);
        var response = await browser.GetAsync(new Uri($"{Page}/mailbox", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.DoesNotContain("/r/", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private async Task<string> Get(string page) =>
        WebUtility.HtmlDecode(await (await app.As(Person.Ana)).GetStringAsync(new Uri(page, UriKind.Relative), Stop));

    private async Task<HttpResponseMessage> Post(string page, params (string Name, string Value)[] fields)
    {
        var browser = await app.As(Person.Ana);
        var token = await TestApp.FormToken(browser, "/");
        using var form = new FormUrlEncodedContent(fields.Append(("form-token", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await browser.PostAsync(new Uri(page, UriKind.Relative), form, Stop);
    }

    [GeneratedRegex("type=\"date\"[^>]* max=\"(?<day>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastDay();
}
