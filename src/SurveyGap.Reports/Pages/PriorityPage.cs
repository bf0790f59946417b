using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>What to do first: stated importance against the customers' rating, and a list of at most five with their reasons.</summary>
internal static class PriorityPage
{
    /// <summary>Left out if importance was not asked, or the customers are withheld.</summary>
    public static Section? Of(Edition edition)
    {
        var priorities = edition.Analysis.Priorities;
        if (priorities.Count == 0)
            return null;

        var words = edition.Words;
        return new Section(words["priority"],
        [
            .. Edition.Opening(words["priority"], words.Say("priority.title", ("dimension", edition.DimensionName(priorities[0].Dimension))), words["priority.lead"]),
            new Listing([.. priorities.Select(priority => ((string?)edition.DimensionName(priority.Dimension), Sentence(edition, priority)))], Numbered: true) { Above = 14 },
            new Figure(Chart(edition, ChartSizes.Paper)) { Above = 20 },
            Edition.Part(words["priority.table"]),
            Importance(edition) with { Above = 6 },
            Edition.Note(words["priority.note"]),
        ]);
    }

    /// <summary>«Für 61 % der Kundschaft unter den wichtigsten drei, bewertet mit 2,9.»</summary>
    public static string Sentence(Reading reading, Priority priority) => reading.Words.Say(
        "priority.sentence",
        ("share", reading.Format.Percent(priority.Importance)),
        ("mean", reading.Format.Number(priority.CustomerMean))) + " " + reading.Words[$"priority.reason.{priority.Reason}"];

    /// <summary>Importance against rating, for any surface.</summary>
    public static Drawing Chart(Reading reading, ChartSizes sizes)
    {
        var points = Options(reading, Audience.Customer)
            .Select(option => (option.Option, option.Picked.Share, Dimension: Dimension(reading, option.Option)))
            .Where(option => option.Share is not null && option.Dimension?.Groups[Audience.Customer].Value?.Mean is not null)
            .Select(option => new ImportancePoint(
                reading.DimensionName(option.Option),
                option.Share!.Value,
                option.Dimension!.Groups[Audience.Customer].Value!.Mean!.Value,
                reading.Analysis.Priorities.FirstOrDefault(priority => priority.Dimension == option.Option)?.Rank))
            .ToList();
        var first = reading.Analysis.Priorities is [var top, ..] ? top : null;
        return new ImportanceChart(sizes, reading.Words, reading.Analysis.Thresholds.High).Draw(
            reading.Words["priority"],
            reading.Words.Count("priority.alt", points.Count) + (first is null ? "" : $" {reading.DimensionName(first.Dimension)}: {Sentence(reading, first)}"),
            points);
    }

    private static Table Importance(Edition edition)
    {
        var words = edition.Words;
        var question = edition.Analysis.Importance[0].Question;
        List<Audience> groups = [.. edition.Asked.Reverse().Where(question.Text.ContainsKey)];
        return new Table(
        [
            new(words["dimension"], Paper.TextWidth - (75 * groups.Count) - 72), .. groups.Select(group => new Column(words[$"priority.group.{(int)group}"], 75, Anchor.End)),
            new(words["priority.rating"], 72, Anchor.End),
        ],
        [.. question.Options.Select(option => new Row(
        [
            edition.DimensionName(option),
            .. groups.Select(group => new Cell(
                Options(edition, group).FirstOrDefault(figures => figures.Option == option)?.Picked.Share is { } share
                    ? edition.Format.Percent(share)
                    : words["withheld.short"])),
            Cells.Mean(edition, Dimension(edition, option)?.Groups[Audience.Customer].Value?.Mean),
        ]))]);
    }

    private static IReadOnlyList<OptionFigures> Options(Reading reading, Audience audience) =>
        reading.Analysis.Importance.Count == 0 ? [] : reading.Analysis.Importance[0].Groups[audience].Value?.Options ?? [];

    private static DimensionResult? Dimension(Reading reading, string key) =>
        reading.Analysis.Dimensions.FirstOrDefault(dimension => dimension.Dimension.Key == key);
}
