using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>Company figures beside the ratings, with their change.</summary>
internal static class CompanyPage
{
    /// <summary>Left out if the consultant entered none.</summary>
    public static Section? Of(Edition edition)
    {
        var figures = edition.Model.CompanyFigures;
        if (figures.Count == 0)
            return null;

        var words = edition.Words;
        return new Section(words["company"],
        [
            .. Edition.Opening(words["company"], words["company.title"], words["company.lead"]),
            new Table(
                [
                    new(words["company.figure"], 237), new(words["company.now"], 90, Anchor.End),
                    new(words["company.before"], 80, Anchor.End), new(words["trend.change"], 80.28, Anchor.End),
                ],
                [.. figures.Select(figure => Row(edition, figure)), .. Overall(edition)]) { Above = 16 },
            Edition.Note(words["company.note"]),
        ]);
    }

    private static Row Row(Reading reading, CompanyFigure figure)
    {
        var unit = figure.Unit.Length == 0 ? "" : "\u202F" + figure.Unit;
        return new Row(
        [
            figure.Name,
            reading.Format.Number(figure.Value, figure.Decimals) + unit,
            figure.Before is { } before ? reading.Format.Number(before, figure.Decimals) + unit : "–",
            figure.Before is { } base0 ? reading.Format.WithSign(figure.Value - base0, figure.Decimals) : "–",
        ]);
    }

    // The overall rating of each group: measured together, again and again.
    private static IEnumerable<Row> Overall(Reading reading)
    {
        if (reading.Analysis.Questions.FirstOrDefault(question => question.Question.Key == reading.Analysis.Questionnaire.Overall) is not { } overall)
            yield break;
        foreach (var audience in Enum.GetValues<Audience>())
        {
            if (overall.Groups[audience].Value?.Mean is not { } mean)
                continue;
            var line = reading.Analysis.Trend.FirstOrDefault(line => !line.IsDimension && line.Key == overall.Question.Key && line.Audience == audience);
            var before = line is { Points.Count: > 1 } ? line.Points[^2].Mean.Value?.Mean : null;
            yield return new Row(
            [
                reading.Words.Say("company.overall", ("group", reading.Name(audience)), ("question", reading.Name(overall.Question))),
                reading.Format.Number(mean), reading.Show(before), line?.Change.Value is { } change ? reading.Format.WithSign(change.Points) : "–",
            ]);
        }
    }
}
