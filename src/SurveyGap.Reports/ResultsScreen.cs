using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports;

/// <summary>What the web page shows of a report: the same sentences, figures and drawings as the PDF, from the same model.</summary>
public sealed class ResultsScreen
{
    private readonly Edition _edition;
    private readonly Mirror _mirror;

    /// <summary>Reads a report's model.</summary>
    public ResultsScreen(ReportModel model)
    {
        _edition = new Edition(model);
        _mirror = new Mirror(model.Analysis);
    }

    /// <summary>The whole in one sentence: the report's headline.</summary>
    public string Title => Headline.Of(_edition, _mirror);

    /// <summary>Who answered, in one sentence.</summary>
    public string Participation => WhoPage.Sentence(_edition);

    /// <summary>The three key figures, each with what it says.</summary>
    public IReadOnlyList<(string Figure, string Sentence)> Figures => [.. SummaryPage.Figures(_edition, _mirror)];

    /// <summary>At most three findings: what it is about, and the sentence with its numbers.</summary>
    public IReadOnlyList<(string? Strong, string Text)> Findings => Pages.Findings.Of(_edition, _mirror);

    /// <summary>The mirror's title, a sentence.</summary>
    public string MirrorTitle => Headline.OfMirror(_edition, _mirror);

    /// <summary>How to read the mirror.</summary>
    public string MirrorLead => _edition.Words["mirror.lead"];

    /// <summary>What the signs of the mirror mean.</summary>
    public string MirrorNote => _edition.Words["mirror.note"];

    /// <summary>The dumbbell of all questions, largest gap first.</summary>
    /// <param name="sizes">For which width.</param>
    public Drawing DrawMirror(ChartSizes sizes) => MirrorChart.Of(_edition, sizes, [.. _mirror.Sorted]);

    /// <summary>The mirror's values as text, in the order of its rows.</summary>
    public IReadOnlyList<MirrorLine> Lines => [.. _mirror.Sorted.Select(LineOf)];

    /// <summary>The name of a dimension.</summary>
    /// <exception cref="InvalidOperationException">The questionnaire has no such dimension.</exception>
    public string DimensionName(string key) => _edition.DimensionName(key);

    private MirrorLine LineOf(QuestionResult question)
    {
        var gap = question.Gaps[Pair.Mirror].Value;
        return new MirrorLine
        {
            Question = _edition.Name(question.Question),
            Executives = MeanOf(question, Audience.Executive),
            Employees = MeanOf(question, Audience.Employee),
            Customers = MeanOf(question, Audience.Customer),
            Gap = gap is null ? null : _edition.Format.WithSign(gap.Points),
            Interval = gap is null ? null : _edition.Show(gap.Interval),
            Label = gap is null ? null : _edition.Name(gap.Label),
        };
    }

    private string? MeanOf(QuestionResult question, Audience audience) =>
        question.Groups[audience].Value?.Mean is { } mean ? _edition.Format.Number(mean) : null;
}

/// <summary>One row of the mirror as text. A mean or gap that is withheld is null.</summary>
public sealed record MirrorLine
{
    /// <summary>Short name of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The executives' mean, 1 to 5.</summary>
    public required string? Executives { get; init; }

    /// <summary>The employees' mean, 1 to 5.</summary>
    public required string? Employees { get; init; }

    /// <summary>The customers' mean, 1 to 5.</summary>
    public required string? Customers { get; init; }

    /// <summary>Executives minus customers, with its sign.</summary>
    public required string? Gap { get; init; }

    /// <summary>The gap's 95 % interval; a dash where it has none.</summary>
    public required string? Interval { get; init; }

    /// <summary>What may be said of the gap.</summary>
    public required string? Label { get; init; }
}
