using SurveyGap.Analysis;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.CommandLine;

/// <summary>Answers from a file, ready to be counted as a closed wave is.</summary>
internal sealed record AnsweredSurvey(
    FileInfo File, Questionnaire Questionnaire, Answers Answers, IReadOnlyDictionary<Audience, int> Invited, Thresholds Thresholds)
{
    /// <summary>The waves before, oldest first.</summary>
    public IReadOnlyList<AnsweredSurvey> Earlier { get; init; } = [];

    /// <summary>A file has no wave: its name stands for it.</summary>
    public string Wave => Path.GetFileNameWithoutExtension(File.Name);

    public StudyAnalysis Analyze() =>
        StudyAnalysis.Of(Count(), Questionnaire, [.. Earlier.Select(wave => new EarlierWave(wave.Wave, wave.Questionnaire, wave.Count()))]);

    private WaveCounts Count()
    {
        IReadOnlyList<Response> responses = [.. Answers.Rows.Select(row => row.Response)];
        if (!Thresholds.ShowEverything)
            responses = Coarsening.Of(responses, Thresholds);
        var participation = Invited.ToDictionary(known => known.Key, known => new Participation(known.Value));
        return Counting.Of(responses, Questionnaire, Answers.Attributes, participation, Thresholds);
    }
}
