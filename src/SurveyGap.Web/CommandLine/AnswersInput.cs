using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SurveyGap.Analysis;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.CommandLine;

/// <summary>What <c>analyze</c> and <c>report</c> share: a file of answers, and what is known about it.</summary>
internal sealed class AnswersInput
{
    private readonly Argument<FileInfo> _file = new("ANSWERS.csv") { Description = "The answers, one respondent a row." };

    private readonly Option<string> _survey = new("--survey")
    {
        Description = $"The questionnaire that was asked: a file, or one that ships ({string.Join(", ", QuestionnaireTemplates.Names)}).",
        HelpName = "FILE|NAME",
        DefaultValueFactory = _ => QuestionnaireTemplates.Default,
    };

    private readonly Option<Dictionary<Audience, int>> _invited = new("--invited")
    {
        Description = "How many were invited, such as executive=9,employee=84,customer=640.",
        HelpName = "NUMBERS",
        CustomParser = ParseInvited,
    };

    private readonly Option<int> _minimum = new("--minimum")
    {
        Description = "The fewest answers for a figure to be shown; 1 shows everything.",
        HelpName = "N",
        DefaultValueFactory = _ => Thresholds.Default.Minimum,
    };

    private readonly Option<FileInfo[]> _earlier = new("--earlier")
    {
        Description = "The answers of an earlier wave, for the trend; again for each wave, oldest first.",
        HelpName = "ANSWERS.csv",
        DefaultValueFactory = _ => [],
    };

    public AnswersInput(Command command)
    {
        _minimum.Validators.Add(result =>
        {
            if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, CultureInfo.InvariantCulture, out var minimum) && minimum < 1)
                result.AddError("--minimum is at least 1.");
        });
        command.Add(_file);
        command.Add(_survey);
        command.Add(_invited);
        command.Add(_minimum);
        command.Add(_earlier);
    }

    /// <summary>Reads questionnaire and answers. What is wrong goes to stderr, and null comes back.</summary>
    public async Task<AnsweredSurvey?> Read(ParseResult parsed)
    {
        var error = parsed.InvocationConfiguration.Error;
        if (await ReadSurvey(parsed.GetRequiredValue(_survey), error) is not { } questionnaire)
            return null;

        var thresholds = Thresholds.Default.WithMinimum(parsed.GetValue(_minimum));
        List<AnsweredSurvey> earlier = [];
        foreach (var file in parsed.GetRequiredValue(_earlier))
        {
            if (await ReadWave(file, questionnaire, [], thresholds, error) is not { } wave)
                return null;
            earlier.Add(wave);
        }

        var now = await ReadWave(parsed.GetRequiredValue(_file), questionnaire, parsed.GetValue(_invited) ?? [], thresholds, error);
        return now is null ? null : now with { Earlier = earlier };
    }

    private static async Task<Questionnaire?> ReadSurvey(string fileOrName, TextWriter error)
    {
        var file = new FileInfo(QuestionnaireTemplates.FileOf(fileOrName) ?? fileOrName);
        if (!file.Exists)
        {
            await error.WriteLineAsync($"--survey {fileOrName}: there is no such file, and no questionnaire of this name ships; there are: {string.Join(", ", QuestionnaireTemplates.Names)}.");
            return null;
        }

        return await InputFile.Read(file, error, async stream =>
        {
            using var text = new StreamReader(stream);
            var reading = QuestionnaireFile.Read(await text.ReadToEndAsync());
            foreach (var fault in reading.Faults)
                await error.WriteLineAsync($"{file}: {fault}");
            return reading.Questionnaire;
        });
    }

    private static async Task<AnsweredSurvey?> ReadWave(
        FileInfo file, Questionnaire questionnaire, Dictionary<Audience, int> invited, Thresholds thresholds, TextWriter error)
    {
        var faults = new DelimitedFaults();
        var answers = await InputFile.Read(file, error, stream => AnswersFile.Read(stream, questionnaire, invited, faults));
        foreach (var fault in faults.First)
            await error.WriteLineAsync($"{file}: {fault}");
        if (faults.Count > faults.First.Count)
            await error.WriteLineAsync($"{file}: and {faults.Count - faults.First.Count} more.");
        return answers is null ? null : new AnsweredSurvey(file, questionnaire, answers, invited, thresholds);
    }

    private static Dictionary<Audience, int>? ParseInvited(ArgumentResult result)
    {
        Dictionary<Audience, int> invited = [];
        foreach (var part in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is [var name, var number]
                && AudienceNames.All.TryGetValue(name, out var audience)
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && invited.TryAdd(audience, count))
                continue;
            result.AddError($"--invited: «{part}» is not understood; write each audience once, such as executive=9,employee=84,customer=640.");
            return null;
        }

        return invited;
    }
}
