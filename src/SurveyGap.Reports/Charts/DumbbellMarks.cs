using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>The marks of one row: bar, interval, markers and their values.</summary>
internal sealed class DumbbellMarks(ChartSizes sizes, Wording wording, RatingAxis axis)
{
    /// <summary>The marks around a height.</summary>
    public IEnumerable<Shape> Draw(MirrorRow row, double middle)
    {
        var marks = row.Means.OrderBy(mean => mean.Value).ThenBy(mean => mean.Key)
            .Select(mean => new Mark(mean.Key, mean.Value, axis.X(mean.Value))).ToList();
        if (marks.Count == 0)
            return [];

        List<Shape> shapes = [];
        if (marks.Count > 1)
            shapes.Add(new Line(marks[0].X, middle, marks[^1].X, middle, new Stroke(Palette.Connector, sizes.Connector)));

        var heights = Dodged(marks, middle);
        if (row.CustomerInterval is { } interval && heights.TryGetValue(Audience.Customer, out var y))
            shapes.AddRange(Whisker.Draw(axis.X(interval.Low), axis.X(interval.High), y, sizes));
        foreach (var mark in marks)
            shapes.AddRange(Marker.Of(mark.Audience, mark.X, heights[mark.Audience], sizes.Marker, sizes.Halo));
        shapes.AddRange(Values(marks, heights.Values.Min()));
        return shapes;
    }

    private IEnumerable<Shape> Values(List<Mark> marks, double highest)
    {
        var texts = marks.ConvertAll(mark => wording.Format.Number(mark.Mean));
        var widths = texts.ConvertAll(text => sizes.Value.Measure(text) + (sizes.Value.Size * 0.35));
        var centres = Spread.Apart(marks.ConvertAll(mark => mark.X), widths, axis.Left - sizes.Value.Size, axis.Right + sizes.Value.Size);
        var baseline = highest - (sizes.Marker * 0.5) - (sizes.Value.Size * 0.42);
        return marks.Select((mark, i) =>
            new Text(centres[i], baseline, texts[i], sizes.Value.In(Palette.TextOf(mark.Audience)), Anchor.Middle));
    }

    // Markers that would cover each other move apart: two by one dodge each, three by one and a half.
    private Dictionary<Audience, double> Dodged(List<Mark> marks, double middle)
    {
        Dictionary<Audience, double> heights = [];
        var start = 0;
        for (var i = 1; i <= marks.Count; i++)
        {
            if (i < marks.Count && marks[i].X - marks[i - 1].X < sizes.Marker * 1.05)
                continue;

            var together = marks[start..i].OrderBy(mark => mark.Audience).ToList();
            var distance = together.Count switch { 1 => 0, 2 => sizes.Dodge * 2, _ => sizes.Dodge * 1.5 };
            for (var j = 0; j < together.Count; j++)
                heights[together[j].Audience] = middle + ((j - ((together.Count - 1) / 2.0)) * distance);
            start = i;
        }

        return heights;
    }

    private sealed record Mark(Audience Audience, double Mean, double X);
}
