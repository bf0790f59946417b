using System.Diagnostics;
using System.Text;

namespace SurveyGap.Reports.Tests.Pdf;

/// <summary>Runs one of the programs that the world reads PDFs with. A missing program fails the test: nothing was checked then.</summary>
public static class Tool
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What the program wrote to standard output, once it has ended well and without a word on standard error.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var (exitCode, output, errors) = RunAnyway(program, arguments);
        Assert.True(exitCode == 0 && errors.Length == 0, $"{program} {string.Join(' ', arguments)} ended with {exitCode}:\n{errors}{output}");
        return output;
    }

    private static (int ExitCode, string Output, string Errors) RunAnyway(string program, string[] arguments)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail($"{program} did not end within {Patience}.");
        }
        return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
