using SurveyGap.Analysis;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Tables;

namespace SurveyGap.Reports.Pages;

/// <summary>Method: how every figure is made, the thresholds in force, and what makes this report checkable.</summary>
internal static class MethodPage
{
    /// <summary>What the page explains, as keys of the wording.</summary>
    internal static readonly string[] Parts = ["scale", "mean", "gap", "labels", "chain", "nonresponse", "suppression", "rounding"];

    /// <summary>The thresholds in force, each with its key in the wording.</summary>
    internal static IReadOnlyList<(string Key, ResultCell Value)> Settings(Thresholds set) =>
    [
        ("confidence", ResultCell.Percent(0.95)),
        ("minimum", ResultCell.Count(set.Minimum)),
        .. set.CustomerMinimum is { } customers && customers != set.Minimum ? [("customers", ResultCell.Count(customers))] : Array.Empty<(string, ResultCell)>(),
        ("executives", ResultCell.Count(set.ExecutiveMinimum)),
        ("executiveQuestions", ResultCell.Count(set.ExecutiveQuestionMinimum)),
        ("unanimous", ResultCell.Count(set.UnanimousBelow)),
        ("margin", ResultCell.Rating(set.Margin)),
        ("high", ResultCell.Rating(set.High)),
        ("discovery", ResultCell.Percent(set.FalseDiscoveryRate)),
        ("cannotJudge", ResultCell.Percent(set.CannotJudgeFlag)),
        ("percentFrom", ResultCell.Count(set.PercentFrom)),
    ];

    public static Section Of(Edition edition, string figuresHash)
    {
        var words = edition.Words;
        List<Block> blocks = [.. Edition.Opening(words["method"], words["method.title"], words["method.lead"])];
        foreach (var part in Parts)
        {
            blocks.Add(new Heading(2, words[$"method.{part}"], Drawings.Typography.Minor) { Above = 9 });
            blocks.Add(new Paragraph(words[$"method.{part}.text"], Drawings.Typography.Body));
        }

        blocks.Add(new PageBreak());
        blocks.Add(Edition.Part(words["method.thresholds"]));
        blocks.Add(ThresholdTable(edition) with { Above = 6 });
        if (Exception(edition) is { } exception)
            blocks.Add(new Paragraph(exception, Drawings.Typography.Body) { Above = 9 });
        blocks.Add(Edition.Part(words["method.release"]));
        blocks.Add(Release(edition, figuresHash) with { Above = 6 });
        return new Section(words["method"], blocks);
    }

    private static Table ThresholdTable(Edition edition)
    {
        var (words, format) = (edition.Words, edition.Format);
        return new Table(
            [new(words["method.setting"], 407), new(words["method.value"], 80, Drawings.Anchor.End)],
            [.. Settings(edition.Analysis.Thresholds).Select(row => new Row([words[$"method.{row.Key}"], (row.Key == "margin" ? "±" : "") + row.Value.As(format)]))]);
    }

    /// <summary>What fewer customers than usual are enough for, and why; null without an exception.</summary>
    internal static string? Exception(Edition edition) => edition.Analysis.Thresholds is { CustomerMinimum: { } minimum, CustomerReason: { } reason } set
        ? edition.Words.Say("method.exception", ("n", edition.Format.Count(minimum)), ("k", edition.Format.Count(set.FullMinimumOf(Audience.Customer))), ("reason", reason))
        : null;

    private static string Wave(Edition edition) => edition.Model is { Opened: { } opened, Closed: { } closed }
        ? edition.Words.Say("cover.wave", ("wave", edition.Model.Wave), ("dates", edition.Format.Dates(opened, closed)))
        : edition.Model.Wave;

    private static Table Release(Edition edition, string figuresHash)
    {
        var words = edition.Words;
        return new Table(
            [new(words["method.what"], 130), new(words["method.value"], 357)],
            [
                new([words["method.questionnaire"], $"{edition.Analysis.Questionnaire.Key}, {words.Count("questions", edition.Analysis.Questionnaire.OfScale(Scale.Quality5).Count())}"]),
                new([words["method.wave"], Wave(edition)]),
                new([words["method.id"], edition.Model.ReleaseId]),
                new([words["method.released"], edition.Format.Date(DateOnly.FromDateTime(edition.Model.ReleasedAt.UtcDateTime))]),
                new([words["method.engine"], $"SurveyGap.Analysis {edition.Analysis.Engine}"]),
                new([words["method.attachment"], FiguresCsv.FileName]),
                new([words["method.hash"], figuresHash]),
            ]);
    }
}
