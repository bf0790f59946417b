using System.Diagnostics;
using Microsoft.Playwright;
using static SurveyGap.EndToEnd.Barriers;

namespace SurveyGap.EndToEnd;

/// <summary>axe finds nothing on the pages of accounts, clients, administration and shared results.</summary>
public sealed class WorkspaceBarrierTests(Chromium chromium, SharedDemo shared)
{
    private const string Password = "fünf Enten auf dem See";

    [Theory]
    [InlineData("de-CH")]
    [InlineData("en-GB")]
    public async Task A_consultants_own_pages_have_no_barrier(string locale)
    {
        var demo = await shared.Running;
        var page = await chromium.Window(window => window.Locale = locale);
        await HasNoBarrier(page, $"{demo.Address}password-reset");
        await demo.SignIn(page);

        var closed = demo.LinkBelow("wave that is closed").ToString().Replace("/report", "", StringComparison.Ordinal);
        var client = closed[..closed.IndexOf("/waves", StringComparison.Ordinal)];
        foreach (var address in (string[])
            [$"{demo.Address}account", $"{demo.Address}account/second-factor", $"{client}/settings", $"{client}/handover", $"{client}/deletion", $"{client}/audit", $"{client}/api-keys", $"{closed}/report-links"])
            await HasNoBarrier(page, address);

        await page.Leave(() => page.Locator("form.inline button").ClickAsync());
        await HasNoBarrier(page);
        var link = new Uri((await page.Locator(".notice code").TextContentAsync())!);
        var executive = await chromium.Window(window => window.Locale = locale);
        await HasNoBarrier(executive, new Uri(demo.Address, link.AbsolutePath).ToString());
        await HasNoBarrier(executive, $"{demo.Address}r/report/unknown/de");
        await HasNoBarrier(executive, $"{demo.Address}openapi");

        await page.GotoAsync($"{client}/api-keys");
        await page.Locator("#name").FillAsync("SAP");
        await page.Locator("#scope-Results").CheckAsync();
        await page.Leave(() => page.Locator("main form button").First.ClickAsync());
        Assert.StartsWith("surveygap_", await page.Locator(".notice code").TextContentAsync(), StringComparison.Ordinal);
        await HasNoBarrier(page);
    }

    [Theory]
    [InlineData("de-CH")]
    [InlineData("en-GB")]
    public async Task An_administrators_pages_have_no_barrier(string locale)
    {
        var demo = await shared.Running;
        var page = await chromium.Window(window => window.Locale = locale);
        await SignInAsAdministrator(page, demo, $"dora-{locale}@example.org", locale[..2]);

        foreach (var path in (string[])["", "administration/accounts", "administration/accounts/new", "administration/clients", "administration/clients/new", "administration/audit"])
            await HasNoBarrier(page, $"{demo.Address}{path}");
        foreach (var list in (string[])["accounts", "clients"])
        {
            await page.GotoAsync($"{demo.Address}administration/{list}");
            await page.Leave(() => page.Locator("tbody a").First.ClickAsync());
            await HasNoBarrier(page);
        }

        // What a form says when something is missing.
        await page.GotoAsync($"{demo.Address}administration/accounts/new");
        await page.Locator("#name").FillAsync(" ");
        await page.Locator("#email").FillAsync("dora@example.org");
        await page.Leave(() => page.Locator("main form button").ClickAsync());
        await HasNoBarrier(page);
    }

    private static async Task SignInAsAdministrator(IPage page, Demo demo, string email, string language)
    {
        using var add = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "SurveyGap.Web.dll"), "account", "add", email, "--role", "administrator", "--language", language, "--data", demo.Data },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var printed = await add.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await add.WaitForExitAsync(TestContext.Current.CancellationToken);
        var link = new Uri(printed.Split('\n').Last(line => line.StartsWith("http", StringComparison.Ordinal)));

        await page.GotoAsync(new Uri(demo.Address, link.AbsolutePath).ToString());
        await page.Locator("#password").FillAsync(Password);
        await page.Leave(() => page.Locator("form button").ClickAsync());
        await page.GotoAsync($"{demo.Address}sign-in");
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(Password);
        await page.Leave(() => page.Locator("main form button").ClickAsync());
    }
}
