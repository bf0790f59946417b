using SurveyGap.Analysis.Results;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>Who answered.</summary>
internal static class GroupTable
{
    public static TextTable Of(Printed printed) => new(
        printed.Name(printed.Analysis.Questionnaire.Name),
        [new("", IsText: true)],
        printed.Analysis.Groups.OrderBy(group => group.Key).Select(group => (string[])[Printed.Plural(group.Key), Answered(printed, group.Value)]));

    private static string Answered(Printed printed, GroupResult group) => (group.Responses.Value, group.Invited) switch
    {
        (null, _) => "too few answers",
        ({ } answered, null) => $"{printed.Count(answered.Responses)} answers",
        ({ } answered, { } invited) => $"{printed.Count(answered.Responses)} of {printed.Count(invited)} answered" + (group.Census ? ": all, a census" : ""),
    };
}
