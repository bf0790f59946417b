using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports;

/// <summary>What the web page shows of a report: sentences, figures, charts and tables of the PDF's chapters, from the same model.</summary>
public sealed class ResultsScreen
{
    private readonly Edition _edition;
    private readonly Mirror _mirror;
    private readonly ResultCharts _charts;

    /// <summary>Reads a report's model.</summary>
    public ResultsScreen(ReportModel model)
    {
        _edition = new Edition(model);
        _mirror = new Mirror(model.Analysis);
        _charts = new ResultCharts(model.Analysis, model.Language);
    }

    /// <summary>The whole in one sentence: the report's headline.</summary>
    public string Title => _charts.Headline;

    /// <summary>Who answered, in one sentence.</summary>
    public string Participation => WhoPage.Sentence(_edition);

    /// <summary>The three key figures, each with what it says.</summary>
    public IReadOnlyList<(string Figure, string Sentence)> Figures => [.. SummaryPage.Figures(_edition, _mirror)];

    /// <summary>At most three findings: what it is about, and the sentence with its numbers.</summary>
    public IReadOnlyList<(string? Strong, string Text)> Findings => Pages.Findings.Of(_edition, _mirror);

    /// <summary>The chapters that are a chart and its values, in the order of the report; those without data are left out.</summary>
    public IReadOnlyList<ResultChapter> Chapters =>
    [
        .. new[]
        {
            Chapter("mirror", MirrorPage.Of(_edition, _mirror), _charts.Mirror),
            Chapter("chain", ChainPage.Of(_edition), _charts.Chain),
            Chapter("quadrant", QuadrantPage.Of(_edition, _mirror), _charts.Quadrant),
            Chapter("importance", PriorityPage.Of(_edition), _charts.Importance),
            Chapter("trend", TrendPage.Of(_edition), sizes => _charts.Trend(sizes, _edition.Model.Wave)),
        }.OfType<ResultChapter>(),
    ];

    // A chapter of the report begins with its name, its title and a sentence; its last table holds the chart's values.
    private static ResultChapter? Chapter(string key, Section? section, Func<ChartSizes, Drawing?> draw) =>
        section?.Blocks is [Paragraph name, Heading title, Paragraph lead, ..] blocks
        && draw(ChartSizes.Wide) is not null
        && blocks.OfType<Table>().LastOrDefault() is { } table
            ? new ResultChapter
            {
                Key = key,
                Name = name.Text,
                Title = title.Text,
                Lead = lead.Text,
                Draw = sizes => draw(sizes)!,
                Values = ScreenTable.Of(table),
            }
            : null;
}

/// <summary>A chart of the report with its finding and its values.</summary>
public sealed record ResultChapter
{
    /// <summary>Names it in addresses, such as «mirror».</summary>
    public required string Key { get; init; }

    /// <summary>What it shows, in a few words.</summary>
    public required string Name { get; init; }

    /// <summary>The finding, a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>How to read it.</summary>
    public required string Lead { get; init; }

    /// <summary>Draws it for a width.</summary>
    public required Func<ChartSizes, Drawing> Draw { get; init; }

    /// <summary>The same as numbers.</summary>
    public required ScreenTable Values { get; init; }
}
