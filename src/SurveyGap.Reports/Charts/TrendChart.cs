using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>One dimension over the waves.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Lines">One line a group.</param>
public sealed record TrendPanel(string Label, IReadOnlyList<TrendSeries> Lines);

/// <summary>One group over the waves.</summary>
/// <param name="Audience">The group.</param>
/// <param name="Points">One entry a wave, oldest first; null where withheld.</param>
public sealed record TrendSeries(Audience Audience, IReadOnlyList<(double Mean, double? Low, double? High)?> Points);

/// <summary>
/// Better than last time? A slope for two waves, lines with the customers' interval as a band for three or more. One small
/// picture a dimension, all on the whole scale, in the first wave's order.
/// </summary>
public sealed class TrendChart(ChartSizes sizes, Wording wording)
{
    private readonly int _columns = sizes.Stacked ? 1 : sizes.Width > 550 && sizes.Width < 900 ? 2 : 3;

    /// <summary>Draws the panels, row by row.</summary>
    public Drawing Draw(string title, string description, IReadOnlyList<GroupNote> groups, IReadOnlyList<string> waves, IReadOnlyList<TrendPanel> panels)
    {
        List<Shape> shapes = [];
        var top = Legend.Draw(shapes, 0, groups, interval: null, sizes, wording) + (sizes.Axis.Size * 1.2);
        var gap = sizes.Width * 0.05;
        var width = (sizes.Width - (gap * (_columns - 1))) / _columns;
        var height = Math.Max(width * 0.74, sizes.Axis.Leading * 11);
        for (var i = 0; i < panels.Count; i++)
        {
            var (x, y) = ((i % _columns) * (width + gap), top + (i / _columns * (height + sizes.Axis.Leading)));
            shapes.Add(Panel(panels[i], waves, x, y, width, height));
        }

        var rows = (panels.Count + _columns - 1) / _columns;
        return new Drawing
        {
            Width = sizes.Width,
            Height = top + (rows * (height + sizes.Axis.Leading)),
            Title = title,
            Description = description,
            Shapes = shapes,
        };
    }

    private Group Panel(TrendPanel panel, IReadOnlyList<string> waves, double x, double y, double width, double height)
    {
        var name = LineBreaker.Fit(panel.Label, sizes.Value, width);
        var (top, bottom) = (y + (sizes.Axis.Leading * 1.6), y + height - (sizes.Axis.Leading * 1.5));
        var value = sizes.Value.Measure(wording.Format.Number(5.0)) + sizes.Marker;
        var (left, right) = (x + value + sizes.Axis.Size, x + width - value);
        double Y(double mean) => bottom - ((mean - 1) / 4 * (bottom - top));
        double X(int wave) => waves.Count == 1 ? (left + right) / 2 : left + ((right - left) * wave / (waves.Count - 1));

        List<Shape> shapes = [new Text(x, y + sizes.Axis.Size, name, sizes.Value.In(Palette.Navy))];
        for (var rating = 1; rating <= 5; rating++)
        {
            shapes.Add(new Line(x + sizes.Axis.Size, Y(rating), x + width, Y(rating), new Stroke(Palette.Grid, 0.7)));
            shapes.Add(new Text(x, Y(rating) + (sizes.Axis.Size * 0.35), wording.Format.Count(rating), sizes.Axis));
        }

        foreach (var (wave, i) in waves.Select((wave, i) => (wave, i)).Where(wave => waves.Count <= 3 || wave.i == 0 || wave.i == waves.Count - 1))
        {
            var text = LineBreaker.Fit(wave, sizes.Axis, (width / Math.Min(3, waves.Count)) - 2);
            var anchor = i == 0 ? Anchor.Start : i == waves.Count - 1 ? Anchor.End : Anchor.Middle;
            var at = i == 0 ? x + sizes.Axis.Size : i == waves.Count - 1 ? x + width : X(i);
            shapes.Add(new Text(at, bottom + (sizes.Axis.Leading * 1.3), text, sizes.Axis, anchor));
        }

        foreach (var line in panel.Lines)
            shapes.AddRange(Series(line, waves.Count, X, Y));
        shapes.AddRange(Values(panel, 0, X(0) - (sizes.Marker * 0.8), Y, Anchor.End));
        if (waves.Count > 1)
            shapes.AddRange(Values(panel, waves.Count - 1, X(waves.Count - 1) + (sizes.Marker * 0.8), Y, Anchor.Start));
        return new Group(panel.Label, shapes);
    }

    private IEnumerable<Shape> Series(TrendSeries line, int waves, Func<int, double> x, Func<double, double> y)
    {
        var known = line.Points.Select((point, i) => (Point: point, X: x(i))).ToList();
        var colour = Palette.Of(line.Audience);
        if (waves > 2 && line.Audience == Audience.Customer && known.Where(at => at.Point is { Low: not null, High: not null }).ToList() is { Count: > 1 } band)
        {
            yield return new PathShape(
                Outline.Polygon([.. band.Select(at => (at.X, y(at.Point!.Value.High!.Value))), .. Enumerable.Reverse(band).Select(at => (at.X, y(at.Point!.Value.Low!.Value)))]),
                colour.Mixed(Palette.White, 0.82));
        }

        // A wave that is withheld leaves a hole in the line.
        for (var i = 1; i < known.Count; i++)
        {
            if (known[i - 1].Point is { } before && known[i].Point is { } now)
                yield return new Line(known[i - 1].X, y(before.Mean), known[i].X, y(now.Mean), new Stroke(colour, sizes.Connector * 0.5));
        }

        foreach (var at in known.Where(at => at.Point is not null))
        {
            foreach (var shape in Marker.Of(line.Audience, at.X, y(at.Point!.Value.Mean), sizes.Marker * 0.75, sizes.Halo * 0.7))
                yield return shape;
        }
    }

    private IEnumerable<Shape> Values(TrendPanel panel, int wave, double x, Func<double, double> y, Anchor anchor)
    {
        var values = panel.Lines.Where(line => line.Points[wave] is not null)
            .Select(line => (line.Audience, line.Points[wave]!.Value.Mean))
            .OrderByDescending(value => value.Mean).ThenBy(value => value.Audience).ToList();
        var heights = Spread.Apart(
            values.ConvertAll(value => y(value.Mean)), values.ConvertAll(_ => sizes.Value.Size * 1.05), y(5.4), y(0.7));
        return values.Select((value, i) => new Text(
            x, heights[i] + (sizes.Value.Size * 0.35), wording.Format.Number(value.Mean), sizes.Value.In(Palette.TextOf(value.Audience)), anchor));
    }
}
