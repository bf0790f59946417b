using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>Method: how every figure is made, the thresholds in force, and what makes this report checkable.</summary>
internal static class MethodPage
{
    private static readonly string[] Parts = ["scale", "mean", "gap", "labels", "chain", "nonresponse", "suppression", "rounding"];

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
        blocks.Add(Thresholds(edition) with { Above = 6 });
        blocks.Add(Edition.Part(words["method.release"]));
        blocks.Add(Release(edition, figuresHash) with { Above = 6 });
        return new Section(words["method"], blocks);
    }

    private static Table Thresholds(Edition edition)
    {
        var (words, format, set) = (edition.Words, edition.Format, edition.Analysis.Thresholds);
        (string Key, string Value)[] rows =
        [
            ("confidence", format.Percent(0.95)),
            ("minimum", format.Count(set.Minimum)),
            ("executives", format.Count(set.ExecutiveMinimum)),
            ("executiveQuestions", format.Count(set.ExecutiveQuestionMinimum)),
            ("unanimous", format.Count(set.UnanimousBelow)),
            ("margin", "±" + format.Number(set.Margin)),
            ("high", format.Number(set.High)),
            ("discovery", format.Percent(set.FalseDiscoveryRate)),
            ("cannotJudge", format.Percent(set.CannotJudgeFlag)),
            ("percentFrom", format.Count(set.PercentFrom)),
        ];
        return new Table(
            [new(words["method.setting"], 407), new(words["method.value"], 80, Drawings.Anchor.End)],
            [.. rows.Select(row => new Row([words[$"method.{row.Key}"], row.Value]))]);
    }

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
