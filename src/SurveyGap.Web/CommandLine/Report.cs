using System.CommandLine;
using SurveyGap.Reports;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.CommandLine;

/// <summary>Makes the gap report of a file of answers; needs neither database nor configuration.</summary>
internal static class Report
{
    public static Command Command()
    {
        Command command = new("report", "Make the gap report of a file of answers, without any database.");
        var input = new AnswersInput(command);
        Option<FileInfo> file = new("--out") { Description = "Where the report goes.", HelpName = "REPORT.pdf", Required = true };
        Option<string> language = new("--language") { Description = "The report's language.", DefaultValueFactory = _ => "de" };
        language.AcceptOnlyFromAmong("de", "en");
        Option<string> client = new("--client") { Description = "The company's name, for the cover.", HelpName = "NAME" };
        command.Add(file);
        command.Add(language);
        command.Add(client);

        command.SetAction(async (parsed, stop) =>
        {
            if (await input.Read(parsed) is not { } survey)
                return ExitCode.BadInput;

            var error = parsed.InvocationConfiguration.Error;
            var spoken = parsed.GetRequiredValue(language);
            if (!survey.Questionnaire.Languages.Contains(spoken, StringComparer.Ordinal))
            {
                await error.WriteLineAsync($"--language {spoken}: the questionnaire {survey.Questionnaire.Key} has only {string.Join(", ", survey.Questionnaire.Languages)}.");
                return ExitCode.BadInput;
            }

            return await Save(parsed.GetRequiredValue(file), GapReport.ToArray(Model(survey, spoken, parsed.GetValue(client))), parsed.InvocationConfiguration, stop);
        });
        return command;
    }

    // A file has no release: its name stands for the wave, and its date for the release's, so that the same file gives the same report.
    private static ReportModel Model(AnsweredSurvey survey, string language, string? client) => new()
    {
        Client = client ?? survey.Wave,
        Study = survey.Questionnaire.Name[language],
        Wave = survey.Wave,
        ReleasedAt = new DateTimeOffset(survey.File.LastWriteTimeUtc),
        ReleaseId = survey.File.Name,
        Language = language,
        Analysis = survey.Analyze(),
        Comments = [.. survey.Answers.Rows.SelectMany(row => row.Comments.Select(comment => CommentOf(survey, row, comment.Key, comment.Value)))],
    };

    private static Comment CommentOf(AnsweredSurvey survey, AnswersRow row, string key, string text) =>
        new(row.Response.Audience, survey.Questionnaire.Questions.FirstOrDefault(question => question.Key == key) is { } question ? question.Dimension : key, text);

    private static async Task<int> Save(FileInfo file, byte[] pdf, InvocationConfiguration console, CancellationToken stop)
    {
        try
        {
            await File.WriteAllBytesAsync(file.FullName, pdf, stop);
            await console.Output.WriteLineAsync($"{file}");
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync($"{file}: the report cannot be written there; is the folder missing, or the file open elsewhere?");
            return ExitCode.BadInput;
        }
    }
}
