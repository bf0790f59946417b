using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>Agree on next steps: a page to write on, with the priorities filled in.</summary>
internal static class NextStepsPage
{
    private const int Lines = 7;

    public static Section Of(Edition edition)
    {
        var words = edition.Words;
        var rows = edition.Analysis.Priorities.Take(5)
            .Select(priority => new Row([edition.DimensionName(priority.Dimension), "", "", ""]))
            .Concat(Enumerable.Repeat(new Row(["", "", "", ""]), Lines))
            .Take(Lines);
        return new Section(words["next"],
        [
            .. Edition.Opening(words["next"], words["next.title"], words["next.lead"]),
            new Table(
                [new(words["next.finding"], 167), new(words["next.owner"], 90), new(words["next.date"], 70), new(words["next.sign"], 160.28)],
                [.. rows]) { Above = 18, RowHeight = 66 },
        ]);
    }
}
