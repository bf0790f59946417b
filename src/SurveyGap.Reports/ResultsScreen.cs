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
            Chapter("norm", NormPage.Of(_edition), sizes => NormPage.Chart(_edition, sizes)),
            Chapter("trend", TrendPage.Of(_edition), sizes => _charts.Trend(sizes, _edition.Model.Wave)),
        }.OfType<ResultChapter>(),
    ];

    /// <summary>A chapter for each dimension: how opinions on its questions spread, and their figures.</summary>
    public IReadOnlyList<ResultChapter> Details =>
    [
        .. _edition.Analysis.Dimensions
            .Select(dimension => Detail(dimension.Dimension.Key, DimensionPage.Of(_edition, dimension)))
            .OfType<ResultChapter>(),
    ];

    /// <summary>The chapters that are tables alone; those without data are left out.</summary>
    public IReadOnlyList<TablesChapter> Tables =>
    [
        .. new[] { Of("prediction", PredictionPage.Of(_edition)), Of("company", CompanyPage.Of(_edition)) }.OfType<TablesChapter>(),
    ];

    private static TablesChapter? Of(string key, Section? section)
    {
        if (section?.Blocks is not [Paragraph name, Heading title, Paragraph lead, ..])
            return null;
        List<(string, ScreenTable)> parts = [];
        var part = title.Text;
        foreach (var block in section.Blocks.Skip(3))
        {
            if (block is Heading heading)
                part = heading.Text;
            else if (block is Table table)
                parts.Add((part, ScreenTable.Of(table)));
        }

        return new TablesChapter(key, name.Text, title.Text, lead.Text, parts);
    }

    // The figures of the questions stand first in the report's chapter.
    private ResultChapter? Detail(string dimension, Section? section) => section?.Blocks is [Paragraph name, Heading title, ..] blocks
        ? new ResultChapter
        {
            Key = $"dimension-{dimension}",
            Name = name.Text,
            // The same finding may hold for several dimensions, which stand below each other here and not on pages of their own.
            Title = $"{name.Text}: {title.Text}",
            Lead = blocks[2] is Paragraph lead ? lead.Text : "",
            Draw = sizes => _charts.Likert(sizes, dimension),
            Values = ScreenTable.Of(blocks.OfType<Table>().First()),
        }
        : null;

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

/// <summary>Tables of the report with their finding.</summary>
/// <param name="Key">Names it in the page.</param>
/// <param name="Name">What it shows, in a few words.</param>
/// <param name="Title">The finding, a sentence.</param>
/// <param name="Lead">How to read it.</param>
/// <param name="Parts">The tables, each with its heading.</param>
public sealed record TablesChapter(string Key, string Name, string Title, string Lead, IReadOnlyList<(string Title, ScreenTable Values)> Parts);
