using System.Security.Cryptography;

namespace SurveyGap.EndToEnd;

/// <summary>Nothing is lost and nothing doubled when the process dies while the demo loads.</summary>
public sealed class KillTests(Chromium chromium)
{
    private const int Kills = 20;

    [Fact]
    public async Task Killed_at_twenty_moments_of_loading_the_demo_is_whole_at_the_next_start()
    {
        var data = Demo.NewFolder();
        for (var kill = 0; kill < Kills; kill++)
        {
            var dying = Demo.Launch(data);
            await Task.Delay(RandomNumberGenerator.GetInt32(100, 4000), TestContext.Current.CancellationToken);
            await dying.Kill();
        }

        await using var demo = await Demo.Start(data);
        var window = await chromium.Window();
        await demo.SignIn(window);
        await window.GotoAsync(demo.LinkBelow("wave that is closed").ToString().Replace("/report", "/results", StringComparison.Ordinal));
        var text = await window.Locator("main").InnerTextAsync();

        // As many as the demo's file of the first wave holds.
        Assert.Contains("287", text, StringComparison.Ordinal);
        Assert.Contains("61", text, StringComparison.Ordinal);
    }
}
