using SurveyGap.Analysis.Results;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>The dimensions over the waves, as page and report show them; single questions stand in the JSON.</summary>
internal static class TrendTable
{
    private const int LongestWave = 18;

    /// <summary>Left out without earlier waves, as is a group that no wave shows.</summary>
    /// <remarks>All files were asked the same questionnaire, so every line has all waves.</remarks>
    public static TextTable Of(Printed printed)
    {
        TrendLine[] lines = [.. printed.Analysis.Trend.Where(line => line.IsDimension)];
        return new TextTable(
            "Change since the wave before",
            [
                new("group", IsText: true),
                .. lines.Take(1).SelectMany(line => line.Points).Select(point => new TextColumn(Printed.Cut(point.Wave ?? "now", LongestWave))),
                new("change"), new("95% interval"), new("finding", IsText: true),
            ],
            from dimension in printed.Analysis.Dimensions
            from line in lines
            where line.Key == dimension.Dimension.Key && line.Points.Any(point => point.Mean.IsShown)
            select Row(printed, printed.Name(dimension.Dimension), line));
    }

    private static string[] Row(Printed printed, string name, TrendLine line) =>
    [
        name, Printed.Plural(line.Audience),
        .. line.Points.Select(point => Printed.Show(point.Mean, mean => printed.Number(mean.Mean))),
        .. line.Change.Value is { } change
            ? [printed.Signed(change.Points), printed.Interval(change.Interval), printed.Words[$"label.{change.Label}"]]
            : new[] { Printed.Reason(line.Change.Withheld!.Value), "", "" },
    ];
}
