using System.CommandLine;
using System.Text;
using SurveyGap.Web.Features.Mail.Bounces;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.CommandLine;

/// <summary>Takes a mail that came back, from a pipe of the mail server.</summary>
internal static class Bounce
{
    private const int LargestMessage = 4 * 1024 * 1024;

    public static Command Command()
    {
        Option<FileInfo?> file = new("--file") { Description = "Read the message from a file instead of the input.", HelpName = "FILE" };
        var data = SettingOption.Data();
        Command bounce = new("bounce", "Read a delivery status notification and mark the mail that did not arrive.") { file, data };
        bounce.SetAction(async (parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var message = parsed.GetValue(file) is { } named
                ? await InputFile.Read<string>(named, error, async stream => await Read(stream, stop))
                : await Read(Console.OpenStandardInput(), stop);
            if (message is null)
                return ExitCode.BadInput;
            var (report, refusal) = BounceReport.Read(message);
            if (report is null)
            {
                await error.WriteLineAsync(refusal);
                return ExitCode.BadInput;
            }

            await using var app = SurveyGapApp.Create(SettingOption.Given(parsed, data));
            var database = app.Services.GetRequiredService<DatabaseOpening>();
            database.RefuseNewCluster();
            await database.Open(stop);
            if (!await app.Services.GetRequiredService<BounceStore>().Mark(report, stop))
            {
                await error.WriteLineAsync("The notification names a mail that is not ours, or no longer.");
                return ExitCode.BadInput;
            }

            await output.WriteLineAsync(report.IsFinal ? $"Marked: the address gets no more mail. {report.Words}" : $"Marked: this mail did not arrive. {report.Words}");
            return ExitCode.Done;
        });
        return bounce;
    }

    // What matters stands in the first kilobytes; a returned attachment need not be read.
    private static async Task<string> Read(Stream message, CancellationToken stop)
    {
        var buffer = new byte[LargestMessage];
        var length = await message.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        return Encoding.Latin1.GetString(buffer, 0, length);
    }
}
