using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>A dimension in the importance chart.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Importance">Share of customers who picked it, 0 to 1.</param>
/// <param name="Mean">The customers' mean, 1 to 5.</param>
/// <param name="Rank">Its place on the list of priorities; null if it is not on it.</param>
public sealed record ImportancePoint(string Label, double Importance, double Mean, int? Rank);

/// <summary>What first? How many customers find it important, against how they rate it; what is important and not yet good is top left.</summary>
public sealed class ImportanceChart(ChartSizes sizes, Wording wording, double high)
{
    /// <summary>Draws the points with their names.</summary>
    public Drawing Draw(string title, string description, IReadOnlyList<ImportancePoint> points)
    {
        var (left, top) = (sizes.Axis.Size * 3.6, sizes.Axis.Leading * 1.8);
        var (width, height) = (sizes.Width - left - (sizes.Stacked ? 4 : sizes.Width * 0.02), sizes.Stacked ? 260 : sizes.Width * 0.37);
        var axis = new RatingAxis(left, left + width);
        var most = Math.Max(0.5, Math.Ceiling(points.Select(point => point.Importance).DefaultIfEmpty(0).Max() * 10) / 10);
        double Y(double share) => top + ((1 - (share / most)) * height);

        List<Shape> shapes =
        [
            new Box(left, top, axis.X(high) - left, Y(most / 2) - top, Palette.OverestimatedLight.Mixed(Palette.White, 0.78)),
            new Text(left + 6, sizes.Stacked ? Free(top, Y(most / 2), [.. points.Select(point => Y(point.Importance))]) : top + (sizes.Axis.Size * 1.5), wording["importance.zone"], sizes.Value.In(Palette.Overestimated)),
            .. axis.Grid(top, top + height),
        ];
        for (var tenth = 0; tenth <= (int)Math.Round(most * 10); tenth += 2)
        {
            var y = Y(tenth / 10.0);
            shapes.Add(new Line(left, y, left + width, y, new Stroke(tenth == 0 ? Palette.Muted : Palette.Grid, 0.8)));
            shapes.Add(new Text(left - 5, y + (sizes.Axis.Size * 0.35), wording.Format.Percent(tenth / 10.0), sizes.Axis, Anchor.End));
        }

        shapes.Add(new Text(0, sizes.Axis.Size, wording["importance.y"], sizes.Axis.In(Palette.Soft)));
        shapes.AddRange(axis.Head(top + height + (sizes.Axis.Leading * 2.3), sizes.Axis, wording, sizes.Width));
        shapes.AddRange(Points(points, axis, Y, left + width));
        return new Drawing
        {
            Width = sizes.Width,
            Height = top + height + (sizes.Axis.Leading * 2.8),
            Title = title,
            Description = description,
            Shapes = shapes,
        };
    }

    // On a phone names fill the zone: its word stands on the line from which the nearest of them is farthest, the lowest of those.
    private double Free(double top, double bottom, double[] names) =>
        Enumerable.Range(0, (int)((bottom - top) / sizes.Axis.Leading)).Select(line => bottom - 6 - (line * sizes.Axis.Leading))
            .MaxBy(at => names.Select(name => Math.Abs(at - name)).DefaultIfEmpty(0).Min());

    private IEnumerable<Shape> Points(IReadOnlyList<ImportancePoint> points, RatingAxis axis, Func<double, double> y, double right)
    {
        // Names stand beside their points and move up or down where they would cover each other.
        var sorted = points.OrderBy(point => y(point.Importance)).ThenBy(point => point.Label, StringComparer.Ordinal).ToList();
        var heights = Spread.Apart(
            sorted.ConvertAll(point => y(point.Importance)), sorted.ConvertAll(_ => sizes.Axis.Leading * 1.15), 0, y(0));
        for (var i = 0; i < sorted.Count; i++)
        {
            var (x, at) = (axis.X(sorted[i].Mean), y(sorted[i].Importance));
            var name = sorted[i].Rank is { } rank ? $"{wording.Format.Count(rank)}. {sorted[i].Label}" : sorted[i].Label;
            var style = sorted[i].Rank is null ? sizes.Axis.In(Palette.Soft) : sizes.Value;
            var label = LineBreaker.Fit(name, style, sizes.Width * (sizes.Stacked ? 0.44 : 0.34));
            var gap = sizes.Marker * 0.95;
            var end = x + gap + style.Measure(label);
            var toLeft = end > right || sorted.Exists(other => other != sorted[i] && axis.X(other.Mean) > x
                && axis.X(other.Mean) < end + gap && Math.Abs(y(other.Importance) - heights[i]) < sizes.Marker);
            List<Shape> shapes =
            [
                .. Marker.Of(Analysis.Surveys.Audience.Customer, x, at, sizes.Marker, sizes.Halo),
                new Text(toLeft ? x - gap : x + gap, heights[i] + (style.Size * 0.35), label, style, toLeft ? Anchor.End : Anchor.Start),
            ];
            yield return new Group(
                $"{sorted[i].Label}: {wording.Format.Percent(sorted[i].Importance)}, {wording.Format.Number(sorted[i].Mean)}", shapes);
        }
    }
}
