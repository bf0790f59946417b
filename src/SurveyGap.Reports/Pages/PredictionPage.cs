using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>Executives' predictions: what they thought customers would say, beside what customers said.</summary>
internal static class PredictionPage
{
    private static readonly Audience[] Guessing = [Audience.Executive, Audience.Employee];

    /// <summary>Left out if nothing was predicted, or nothing of it is shown.</summary>
    public static Section? Of(Edition edition)
    {
        var prediction = Prediction(edition.Analysis);
        var recommendation = edition.Analysis.Recommendation.Count == 0 ? null : edition.Analysis.Recommendation[0];
        var hasScore = recommendation is not null && recommendation.Groups.Values.Any(group => group.IsShown);
        if (prediction is null && !hasScore)
            return null;

        var words = edition.Words;
        List<Block> blocks = [.. Edition.Opening(words["prediction"], Title(edition, prediction), words["prediction.lead"])];
        if (prediction is not null)
        {
            blocks.Add(new KeyFigures([.. Figures(edition, prediction)]) { Above = 16 });
            blocks.Add(Edition.Part(words["prediction.table"]));
            blocks.Add(Estimates(edition, prediction) with { Above = 6 });
            blocks.Add(Edition.Note(words["prediction.note"]));
        }

        if (hasScore)
        {
            blocks.Add(Edition.Part(words["recommend"]));
            blocks.Add(new Paragraph(words["recommend.lead"], Typography.Body) { Above = 3 });
            blocks.Add(Scores(edition, recommendation!) with { Above = 8 });
            blocks.Add(Edition.Note(words["recommend.note"]));
        }

        return new Section(words["prediction"], blocks);
    }

    /// <summary>The finding in one sentence; null if executives or customers are not shown.</summary>
    public static string? Sentence(Reading reading)
    {
        if (Prediction(reading.Analysis) is not { Actual.Value.Share: { } actual } prediction || prediction.Groups[Audience.Executive].Value is not { } estimate)
            return null;
        return reading.Words.Say(
            "prediction.sentence", ("estimate", reading.Format.Number(estimate.Mean, 0)), ("actual", reading.Format.Number(actual * 100, 0)));
    }

    /// <summary>The prediction that is shown: only where there is something to compare with.</summary>
    public static PredictionResult? Prediction(StudyAnalysis analysis) => analysis.Predictions.FirstOrDefault(prediction =>
        prediction.Actual.Value?.Share is not null && prediction.Groups.Values.Any(group => group.IsShown));

    private static string Title(Reading reading, PredictionResult? prediction)
    {
        if (prediction?.Groups.GetValueOrDefault(Audience.Executive)?.Value?.Error is not { } error)
            return reading.Words["prediction.title.none"];
        var points = reading.Format.Number(Math.Abs(error), 0);
        return points == reading.Format.Number(0, 0)
            ? reading.Words["prediction.title.same"]
            : reading.Words.Say(error > 0 ? "prediction.title.over" : "prediction.title.under", ("points", points));
    }

    private static IEnumerable<(string Figure, string Sentence)> Figures(Reading reading, PredictionResult prediction)
    {
        foreach (var audience in Guessing)
        {
            if (prediction.Groups.GetValueOrDefault(audience)?.Value is { } estimate)
                yield return (reading.Format.Number(estimate.Mean, 0), reading.Words[$"prediction.figure.{(int)audience}"]);
        }

        yield return (reading.Format.Number(prediction.Actual.Value!.Share!.Value * 100, 0), reading.Words["prediction.figure.3"]);
    }

    private static Table Estimates(Edition edition, PredictionResult prediction)
    {
        var words = edition.Words;
        return new Table(
            [
                new(words["group"], 167), new("n", 60, Anchor.End), new(words["prediction.of100"], 80, Anchor.End),
                new(words["interval"], 90, Anchor.End), new(words["prediction.error"], 90.28, Anchor.End),
            ],
            [
                .. Guessing.Where(audience => edition.Asked.Contains(audience) && prediction.Question.Text.ContainsKey(audience)).Select(audience => prediction.Groups.GetValueOrDefault(audience)?.Value is { } estimate
                    ? new Row([
                        words.Say("prediction.guess", ("group", edition.Name(audience))), edition.Format.Count(estimate.N), edition.Format.Number(estimate.Mean, 0),
                        edition.Show(estimate.Ci, 0), estimate.Error is { } error ? edition.Format.WithSign(error, 0) : "–",
                    ])
                    : new Row([words.Say("prediction.guess", ("group", edition.Name(audience))), new Cell(words["withheld"]) { Span = 4, Style = Typography.Table.In(Palette.Muted) }])),
                new Row(
                [
                    words["prediction.real"], "–", edition.Format.Number(prediction.Actual.Value!.Share!.Value * 100, 0),
                    prediction.Actual.Value.Ci is { } ci ? edition.Format.Interval(ci.Low * 100, ci.High * 100, 0) : "–", "–",
                ]),
            ]);
    }

    private static Table Scores(Edition edition, RecommendationResult recommendation)
    {
        var words = edition.Words;
        return new Table(
            [
                new(words["group"], 157), new("n", 46, Anchor.End), new(words["recommend.promoters"], 62, Anchor.End),
                new(words["recommend.passives"], 62, Anchor.End), new(words["recommend.detractors"], 50, Anchor.End),
                new(words["recommend.score"], 50, Anchor.End), new(words["interval"], 60.28, Anchor.End),
            ],
            [.. recommendation.Groups.Where(group => edition.Asked.Contains(group.Key) && recommendation.Question.Text.ContainsKey(group.Key))
                .OrderBy(group => group.Key).Select(group => group.Value.Value is { Nps: { } score } figures
                ? new Row([
                    words[$"recommend.group.{(int)group.Key}"], edition.Format.Count(figures.N), edition.Format.Count(figures.Promoters),
                    edition.Format.Count(figures.Passives), edition.Format.Count(figures.Detractors), edition.Format.WithSign(score, 0), edition.Show(figures.Ci, 0),
                ])
                : new Row([words[$"recommend.group.{(int)group.Key}"], new Cell(words["withheld"]) { Span = 6, Style = Typography.Table.In(Palette.Muted) }]))]);
    }
}
