using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>One pair of groups: how many answered, the gap with its interval, what may be said of it, and where both stand.</summary>
internal static class GapTable
{
    /// <summary>Left out if no gap of the pair is shown.</summary>
    public static TextTable Of(Printed printed, Pair pair)
    {
        Line[] lines =
        [
            .. printed.Items(
                dimension => new Line(printed.Name(dimension.Dimension), dimension.Gaps[pair], N(dimension.Groups, pair, figures => figures.NScored)),
                question => new Line(printed.Name(question.Question), question.Gaps[pair], N(question.Groups, pair, figures => figures.N))),
        ];
        var census = lines.Any(line => line.Gap.Value is { Census: true }) ? " (all executives answered: a census, their value is a fact)" : "";
        return new TextTable(
            printed.Words[$"pair.{pair}"] + census,
            [
                new("n " + Printed.Plural(pair.From)), new("n " + Printed.Plural(pair.To)), new("gap"), new("95% interval"),
                new("finding", IsText: true), new("self-view", IsText: true), new("both means", IsText: true),
            ],
            lines.Any(line => line.Gap.IsShown) ? lines.Select(line => Row(printed, line)) : []);
    }

    private static long?[] N<T>(IReadOnlyDictionary<Audience, Cell<T>> groups, Pair pair, Func<T, long?> n)
        where T : class => [.. new[] { pair.From, pair.To }.Select(audience => groups[audience].Value is { } figures ? n(figures) : null)];

    private static string[] Row(Printed printed, Line line) =>
    [
        line.Name, .. line.N.Select(printed.Count),
        .. line.Gap.Value is { } gap
            ? [printed.Signed(gap.Points), printed.Interval(gap.Interval), printed.Words[$"label.{gap.Label}"], SelfView(gap.SelfOther), Where(printed, gap.Place)]
            : new[] { Printed.Reason(line.Gap.Withheld!.Value), "", "", "", "" },
    ];

    private static string SelfView(SelfOther? selfOther) => selfOther switch
    {
        SelfOther.OverEstimation => "overestimated",
        SelfOther.UnderEstimation => "underestimated",
        SelfOther.Agreement => "in agreement",
        null => "",
        _ => throw new ArgumentOutOfRangeException(nameof(selfOther), selfOther, "Unknown category."),
    };

    private static string Where(Printed printed, Place? place) => place is null ? ""
        : printed.Words[$"quadrant.{place.Quadrant}"] + (place.Uncertain ? " " + printed.Words["quadrant.uncertain"] : "");

    private sealed record Line(string Name, Cell<Gap> Gap, long?[] N);
}
