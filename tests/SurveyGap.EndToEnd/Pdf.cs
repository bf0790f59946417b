using System.Diagnostics;

namespace SurveyGap.EndToEnd;

internal static class Pdf
{
    /// <summary>What a file says, laid out as on its pages.</summary>
    public static async Task<string> Text(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }
}
