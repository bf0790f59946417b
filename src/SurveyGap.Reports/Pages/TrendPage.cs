using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>Change since the last wave: one small picture a dimension in the questionnaire's order, and the changes as a table.</summary>
internal static class TrendPage
{
    /// <summary>Left out in the first wave.</summary>
    public static Section? Of(Edition edition)
    {
        if (Lines(edition).Count == 0)
            return null;

        var words = edition.Words;
        return new Section(words["trend"],
        [
            .. Edition.Opening(words["trend"], Title(edition), words["trend.lead"]),
            new Figure(Chart(edition, ChartSizes.Paper, edition.Model.Wave)) { Above = 16 },
            Edition.Part(words.Say("trend.counts", ("group", edition.Name(Lead(edition))))),
            Counts(edition) with { Above = 6 },
            Edition.Part(words["trend.table"]),
            Changes(edition) with { Above = 6 },
            Edition.Note(words["trend.note"]),
        ]);
    }

    /// <summary>The dimensions over the waves, for any surface.</summary>
    /// <param name="reading">The analysis in a language.</param>
    /// <param name="sizes">The surface.</param>
    /// <param name="wave">The name of this wave.</param>
    public static Drawing Chart(Reading reading, ChartSizes sizes, string wave)
    {
        var lines = Lines(reading);
        var waves = lines.Count == 0 ? [] : lines[0].Points.Select(point => point.Wave ?? wave).ToList();
        var panels = reading.Analysis.Dimensions
            .Select(dimension => new TrendPanel(
                reading.Name(dimension.Dimension),
                [.. lines.Where(line => line.Key == dimension.Dimension.Key).OrderBy(line => line.Audience).Select(Series)]))
            .Where(panel => panel.Lines.Count > 0)
            .ToList();
        return new TrendChart(sizes, reading.Words).Draw(reading.Words["trend"], Describe(reading, panels.Count), reading.Groups, waves, panels);
    }

    private static List<TrendLine> Lines(Reading reading) =>
        [.. reading.Analysis.Trend.Where(line => line.IsDimension && reading.Asked.Contains(line.Audience))];

    // The title speaks of the customers; of another group where nothing of theirs can be compared.
    private static Audience Lead(Reading reading) => reading.Asked.Reverse()
        .FirstOrDefault(audience => Lines(reading).Exists(line => line.Audience == audience && line.Change.IsShown), reading.Asked[^1]);

    private static TrendSeries Series(TrendLine line) => new(line.Audience,
        [.. line.Points.Select(point => point.Mean.Value is { } mean ? ((double, double?, double?)?)(mean.Mean, mean.Ci?.Low, mean.Ci?.High) : null)]);

    private static List<Change> OfLead(Reading reading)
    {
        var lead = Lead(reading);
        return [.. Lines(reading).Where(line => line.Audience == lead && line.Change.IsShown).Select(line => line.Change.Value!)];
    }

    private static (int Better, int Worse) Clear(Reading reading)
    {
        var changes = OfLead(reading);
        return (changes.Count(change => change.Label == Label.Clear && change.Points > 0), changes.Count(change => change.Label == Label.Clear && change.Points < 0));
    }

    private static string Title(Reading reading)
    {
        var names = reading.NamesOf(Lead(reading));
        return Clear(reading) switch
        {
            ( > 0, 0) and var (better, _) => reading.Words.Count("trend.title.better", better, names),
            (0, > 0) and var (_, worse) => reading.Words.Count("trend.title.worse", worse, names),
            ( > 0, > 0) and var (better, worse) => reading.Words.Say(
                "trend.title.both",
                [
                    ("better", reading.Format.Count(better)), ("worse", reading.Format.Count(worse)), ("all", reading.Format.Count(OfLead(reading).Count)),
                    .. names,
                ]),
            _ when OfLead(reading).Count == 0 => reading.Words["trend.title.withheld"],
            _ => reading.Words.Say("trend.title.none", names),
        };
    }

    private static string Describe(Reading reading, int panels)
    {
        var line = Lines(reading).Where(line => line.Change.IsShown).MaxBy(line => Math.Abs(line.Change.Value!.Points));
        return reading.Words.Count("trend.alt", panels) + (line is null ? "" : " " + reading.Words.Say(
            "trend.alt.largest",
            ("group", reading.Name(line.Audience)),
            ("dimension", reading.DimensionName(line.Key)),
            ("points", reading.Format.WithSign(line.Change.Value!.Points))));
    }

    private static Table Counts(Edition edition)
    {
        var (better, worse) = Clear(edition);
        var all = OfLead(edition).Count;
        (string Key, int Count)[] counts =
            [("trend.count.better", better), ("trend.count.worse", worse), ("trend.count.rest", all - better - worse), ("dimensions.counts.all", all)];
        return new Table(
            [.. counts.Select(count => new Column(edition.Words[count.Key], Paper.TextWidth / counts.Length, Anchor.Middle))],
            [new([.. counts.Select(count => new Cell(edition.Format.Count(count.Count)))])]);
    }

    private static Table Changes(Edition edition)
    {
        var words = edition.Words;
        return new Table(
        [
            new(words["dimension"], 150), new(words["group"], 82), new(words["trend.before"], 48, Anchor.End), new(words["trend.now"], 48, Anchor.End),
            new(words["trend.change"], 50, Anchor.End), new(words["interval"], 60, Anchor.End), new(words["label"], 49.28),
        ],
        [.. edition.Analysis.Dimensions.SelectMany(dimension => Lines(edition).Where(line => line.Key == dimension.Dimension.Key).OrderBy(line => line.Audience))
            .Select(line => Row(edition, line))]);
    }

    private static Row Row(Reading reading, TrendLine line)
    {
        var words = reading.Words;
        var change = line.Change.Value;
        return new Row(
        [
            reading.DimensionName(line.Key), reading.Name(line.Audience),
            Cells.Mean(reading, line.Points.Count > 1 ? line.Points[^2].Mean.Value?.Mean : null), Cells.Mean(reading, line.Points[^1].Mean.Value?.Mean),
            change is null ? Cells.Absent(reading) : new Cell(reading.Format.WithSign(change.Points)) { Style = Typography.Table.Strong },
            reading.Show(change?.Interval),
            change is null ? "–" : words[$"label.{change.Label}.short"],
        ]);
    }
}
