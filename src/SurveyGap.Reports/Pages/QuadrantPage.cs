using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>Blind spots and hidden strengths: every question in the self-other quadrant, and the list.</summary>
internal static class QuadrantPage
{
    private static readonly Quadrant[] Order =
        [Quadrant.BlindSpot, Quadrant.HiddenStrength, Quadrant.AgreedWeakness, Quadrant.AgreedStrength];

    /// <summary>Left out if no question has executives and customers.</summary>
    public static Section? Of(Edition edition, Mirror mirror)
    {
        var points = Points(edition, mirror);
        if (points.Count == 0)
            return null;

        var words = edition.Words;
        return new Section(words["quadrant"],
        [
            .. Edition.Opening(words["quadrant"], Title(edition, mirror, points), words.Say("quadrant.lead", ("high", edition.Format.Number(edition.Analysis.Thresholds.High)))),
            new Figure(Chart(edition, ChartSizes.Paper, mirror)) { Above = 16, KeepWithNext = true },
            Edition.Note(words["quadrant.note"]),
            Edition.Part(words[mirror.Text("quadrant.counts")]),
            Counts(edition, points) with { Above = 6 },
            Edition.Part(words["quadrant.table"]),
            List(edition, mirror, points) with { Above = 6 },
        ]);
    }

    /// <summary>The quadrant, for any surface.</summary>
    public static Drawing Chart(Reading reading, ChartSizes sizes, Mirror mirror)
    {
        var points = Points(reading, mirror);
        return new QuadrantChart(sizes, reading.Words, reading.Analysis.Thresholds.High).Draw(
            reading.Words["quadrant"],
            reading.Words.Count(mirror.Text("quadrant.alt"), points.Count, ("blind", Sure(reading, points, Quadrant.BlindSpot)), ("hidden", Sure(reading, points, Quadrant.HiddenStrength))),
            points);
    }

    private static List<QuadrantPoint> Points(Reading reading, Mirror mirror) => [.. mirror.Shown
        .Where(gap => gap.Gap is { Pair: Pair.Mirror, Place: not null })
        .OrderBy(gap => Array.IndexOf(Order, gap.Gap.Place!.Quadrant))
        .Select((gap, i) => new QuadrantPoint(
            i + 1, reading.Name(gap.Item), gap.From, gap.To, gap.Gap.Place!.Quadrant, gap.Gap.Place.Uncertain))];

    private static string Title(Reading reading, Mirror mirror, List<QuadrantPoint> points)
    {
        // Only what is sure makes a title.
        var (blind, hidden) = (Number(points, Quadrant.BlindSpot, uncertain: false), Number(points, Quadrant.HiddenStrength, uncertain: false));
        return (blind, hidden) switch
        {
            (0, 0) => reading.Words[mirror.Text("quadrant.title.none")],
            (_, 0) => reading.Words.Count(mirror.Text("quadrant.title.blind"), blind),
            (0, _) => reading.Words.Count(mirror.Text("quadrant.title.hidden"), hidden),
            _ => reading.Words.Say("quadrant.title.both", ("blind", reading.Words.Count("quadrant.blind", blind)), ("hidden", reading.Words.Count("quadrant.hidden", hidden))),
        };
    }

    private static Table Counts(Edition edition, List<QuadrantPoint> points) => new(
        [
            new(edition.Words["quadrant.field"], 237), new(edition.Words["quadrant.sure"], 80, Anchor.End),
            new(edition.Words["quadrant.unsure"], 80, Anchor.End), new(edition.Words["quadrant.all"], 90.28, Anchor.End),
        ],
        [
            .. Order.Select(quadrant => Row(edition, points, edition.Words[$"quadrant.{quadrant}"], [quadrant])),
            Row(edition, points, edition.Words["quadrant.all"], Order),
        ]);

    private static Row Row(Reading reading, List<QuadrantPoint> points, string name, Quadrant[] quadrants)
    {
        var (sure, unsure) = (quadrants.Sum(quadrant => Number(points, quadrant, uncertain: false)), quadrants.Sum(quadrant => Number(points, quadrant, uncertain: true)));
        return new Row([name, reading.Format.Count(sure), reading.Format.Count(unsure), reading.Format.Count(sure + unsure)]);
    }

    private static Table List(Edition edition, Mirror mirror, List<QuadrantPoint> points)
    {
        var words = edition.Words;
        return new Table(
        [
            new(words["number"], 24), new(words[mirror.OfDimensions ? "dimension" : "question"], 213), new(words["group.1"], 50, Anchor.End),
            new(words["group.3"], 60, Anchor.End), new(words["quadrant.field"], 140.28),
        ],
        [.. points.Select(point => new Row(
        [
            edition.Format.Count(point.Number), new Cell(point.Label) { MostLines = 3 }, edition.Format.Number(point.Executives), edition.Format.Number(point.Customers),
            words[$"quadrant.{point.Quadrant}"] + (point.Uncertain ? " " + words["quadrant.uncertain"] : ""),
        ]))]);
    }

    private static string Sure(Reading reading, List<QuadrantPoint> points, Quadrant quadrant) =>
        reading.Format.Count(Number(points, quadrant, uncertain: false));

    private static int Number(List<QuadrantPoint> points, Quadrant quadrant, bool uncertain) =>
        points.Count(point => point.Quadrant == quadrant && point.Uncertain == uncertain);
}
