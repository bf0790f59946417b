using SurveyGap.Analysis.Results;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>What matters most: picked by customers, and expected by the others; then what to do first.</summary>
internal static class ImportanceTable
{
    /// <summary>Left out if no group's picks are shown.</summary>
    public static IEnumerable<TextTable> Of(Printed printed) => printed.Analysis.Importance
        .Where(importance => importance.Groups.Values.Any(group => group.Value is { N: > 0 }))
        .Select(importance => new TextTable(
            "What matters most to customers: who picked it among three",
            [.. importance.Groups.OrderBy(group => group.Key).Select(group => new TextColumn(Head(printed, Printed.Plural(group.Key), group.Value)))],
            importance.Question.Options.Select((option, i) => (string[])
            [
                printed.Dimension(option),
                .. importance.Groups.OrderBy(group => group.Key)
                    .Select(group => Printed.Show(group.Value, figures => printed.Percent(figures.Options[i].Picked.Share))),
            ])));

    /// <summary>What to do first; left out if there is nothing to rank.</summary>
    public static TextTable Priorities(Printed printed) => new(
        printed.Words["priority"],
        [new("picked by"), new("customers’ mean"), new("why", IsText: true)],
        printed.Analysis.Priorities.Select(priority => (string[])
        [
            $"{printed.Count(priority.Rank)}. {printed.Dimension(priority.Dimension)}",
            printed.Percent(priority.Importance), printed.Number(priority.CustomerMean), printed.Words[$"priority.reason.{priority.Reason}"],
        ]));

    private static string Head(Printed printed, string group, Cell<ImportanceFigures> cell) =>
        cell.Value is { } figures ? $"{group} {printed.Words.Say("legend.n", ("n", printed.Count(figures.N)))}" : group;
}
