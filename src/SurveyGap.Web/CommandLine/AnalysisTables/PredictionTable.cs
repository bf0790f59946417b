using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>How many of a hundred customers were expected to say good or excellent, and how many did.</summary>
internal static class PredictionTable
{
    /// <summary>Left out if nobody's estimate is shown.</summary>
    public static IEnumerable<TextTable> Of(Printed printed) => printed.Analysis.Predictions
        .Where(prediction => prediction.Groups.Values.Any(group => group.IsShown))
        .Select(prediction => new TextTable(
            "Expected and said: how many of a hundred customers say good or excellent",
            [new("n"), new("of 100"), new("95% interval"), new("too high (+), too low (−)")],
            prediction.Groups.OrderBy(group => group.Key).Select(group => Expected(printed, Printed.Plural(group.Key) + " expected", group.Value))
                .Append(Said(printed, prediction.Actual))));

    private static string[] Expected(Printed printed, string name, Cell<EstimateFigures> cell) => cell.Value is { } estimate
        ? [name, printed.Count(estimate.N), printed.Number(estimate.Mean, 0), printed.Interval(estimate.Ci, 0), printed.Signed(estimate.Error, 0)]
        : [name, "", Printed.Reason(cell.Withheld!.Value), "", ""];

    private static string[] Said(Printed printed, Cell<ShareFigures> cell) => cell.Value is { } actual
        ? ["customers said", "", printed.Number(actual.Share * 100, 0), actual.Ci is { } ci ? printed.Format.Interval(ci.Low * 100, ci.High * 100, 0) : "", ""]
        : ["customers said", "", Printed.Reason(cell.Withheld!.Value), "", ""];
}
