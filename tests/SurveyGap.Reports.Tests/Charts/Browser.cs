using System.Diagnostics;
using System.Globalization;

namespace SurveyGap.Reports.Tests.Charts;

/// <summary>Takes a picture of a page with the system's Chromium, which talks to nobody.</summary>
internal static class Browser
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    ];

    public static void Shoot(string page, string picture, int width, int height, double scale, string folder)
    {
        var start = new ProcessStartInfo("chromium-headless-shell") { UseShellExecute = false, RedirectStandardError = true };
        foreach (var option in Quiet)
            start.ArgumentList.Add(option);
        start.ArgumentList.Add($"--user-data-dir={Path.Combine(folder, "profile")}");
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--force-device-scale-factor={scale}"));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--window-size={width},{height}"));
        start.ArgumentList.Add($"--screenshot={picture}");
        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Chromium did not start.");
        var noise = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("Chromium took no picture within a minute.");
        }

        Assert.True(File.Exists(picture), $"Chromium took no picture: {noise.GetAwaiter().GetResult()}");
    }
}
