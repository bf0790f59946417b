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
    public StudyAnalysis Analyze()
    {
        IReadOnlyList<Response> responses = [.. Answers.Rows.Select(row => row.Response)];
        if (!Thresholds.ShowEverything)
            responses = Coarsening.Of(responses, Thresholds.Minimum);
        var participation = Invited.ToDictionary(known => known.Key, known => new Participation(known.Value));
        return StudyAnalysis.Of(Counting.Of(responses, Questionnaire, Answers.Attributes, participation, Thresholds), Questionnaire);
    }
}
