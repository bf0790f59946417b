using SurveyGap.Analysis.Statistics;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>A question in the quadrant.</summary>
/// <param name="Number">The number in its point and in the list.</param>
/// <param name="Label">Its name.</param>
/// <param name="Executives">Their mean, 1 to 5.</param>
/// <param name="Customers">Their mean, 1 to 5.</param>
/// <param name="Quadrant">Where it lies.</param>
/// <param name="Uncertain">Whether an interval spans the line.</param>
public sealed record QuadrantPoint(int Number, string Label, double Executives, double Customers, Quadrant Quadrant, bool Uncertain);

/// <summary>
/// Blind spots and hidden strengths: the executives' mean against the customers', on the whole scale, numbered points, and
/// beside them the names that the page is about.
/// </summary>
public sealed class QuadrantChart(ChartSizes sizes, Wording wording, double high)
{
    private readonly double _radius = sizes.Marker * 0.82;
    private readonly double _side = sizes.Stacked ? sizes.Width - 34 : sizes.Width * 0.6;

    /// <summary>Draws the points.</summary>
    public Drawing Draw(string title, string description, IReadOnlyList<QuadrantPoint> points)
    {
        var (left, top) = (sizes.Axis.Leading * 1.6, sizes.Axis.Leading * 1.9);
        var side = _side - left;
        List<Shape> shapes = [.. Frame(left, top, side)];
        var placed = Apart(points.Select(point => (X: left + (At(point.Executives) * side), Y: top + ((1 - At(point.Customers)) * side))).ToArray(), left, top, side);
        for (var i = 0; i < points.Count; i++)
            shapes.Add(Point(points[i], placed[i], left + (At(points[i].Executives) * side), top + ((1 - At(points[i].Customers)) * side)));

        var bottom = top + side + (sizes.Axis.Leading * 3);
        var list = sizes.Stacked
            ? List(shapes, points, 0, bottom + sizes.Axis.Leading, double.MaxValue)
            : List(shapes, points, _side + (sizes.Width * 0.04), top, bottom);
        return new Drawing
        {
            Width = sizes.Width,
            Height = Math.Max(bottom, list),
            Title = title,
            Description = description,
            Shapes = shapes,
        };
    }

    private static double At(double rating) => (rating - 1) / 4;

    private IEnumerable<Shape> Frame(double left, double top, double side)
    {
        var (lineX, lineY) = (left + (At(high) * side), top + ((1 - At(high)) * side));
        yield return new Box(lineX, lineY, left + side - lineX, top + side - lineY, Palette.OverestimatedLight.Mixed(Palette.White, 0.72));
        yield return new Box(left, top, lineX - left, lineY - top, Palette.UnderestimatedLight.Mixed(Palette.White, 0.72));
        for (var rating = 1; rating <= 5; rating++)
        {
            var (x, y) = (left + (At(rating) * side), top + ((1 - At(rating)) * side));
            yield return new Line(x, top, x, top + side, new Stroke(Palette.Grid, 0.8));
            yield return new Line(left, y, left + side, y, new Stroke(Palette.Grid, 0.8));
            yield return new Text(x, top + side + (sizes.Axis.Leading * 1.1), wording.Format.Count(rating), sizes.Axis, Anchor.Middle);
            yield return new Text(left - (sizes.Axis.Size * 0.5), y + (sizes.Axis.Size * 0.35), wording.Format.Count(rating), sizes.Axis, Anchor.End);
        }

        var line = new Stroke(Palette.Muted, 0.8, 2.4);
        yield return new Line(lineX, top, lineX, top + side, line);
        yield return new Line(left, lineY, left + side, lineY, line);
        yield return new Text(left + (side / 2), top + side + (sizes.Axis.Leading * 2.4), wording["quadrant.x"], sizes.Axis.In(Palette.Soft), Anchor.Middle);
        yield return new Text(0, sizes.Axis.Size, wording["quadrant.y"], sizes.Axis.In(Palette.Soft));

        var style = sizes.Value.In(Palette.Soft);
        var (inset, low) = (sizes.Axis.Size * 0.8, top + side - sizes.Axis.Size);
        yield return new Text(left + side - inset, top + (sizes.Axis.Size * 1.8), wording["quadrant.AgreedStrength"], style, Anchor.End);
        yield return new Text(left + side - inset, low, wording["quadrant.BlindSpot"], style.In(Palette.Overestimated), Anchor.End);
        yield return new Text(left + inset, top + (sizes.Axis.Size * (sizes.Stacked ? 3.4 : 1.8)), wording["quadrant.HiddenStrength"], style.In(Palette.Underestimated));
        yield return new Text(left + inset, low, wording["quadrant.AgreedWeakness"], style);
    }

    private Group Point(QuadrantPoint point, (double X, double Y) at, double trueX, double trueY)
    {
        var colour = Colour(point.Quadrant);
        List<Shape> shapes = [];
        if (Math.Abs(at.X - trueX) + Math.Abs(at.Y - trueY) > 1)
            shapes.Add(new Line(trueX, trueY, at.X, at.Y, new Stroke(colour, 0.6)));
        var disc = Outline.Circle(at.X, at.Y, _radius);
        shapes.Add(point.Uncertain
            ? new PathShape(disc, Palette.White, new Stroke(colour, 0.9))
            : new PathShape(disc, colour, new Stroke(Palette.White, 0.7)));
        var style = sizes.Value with { Size = _radius * 1.12, Colour = point.Uncertain ? colour : Palette.White };
        shapes.Add(new Text(at.X, at.Y + (style.Size * 0.34), wording.Format.Count(point.Number), style, Anchor.Middle));
        return new Group($"{point.Number} {point.Label}", shapes);
    }

    // What the page is about, as far as it fits; the table below names all.
    private double List(List<Shape> shapes, IReadOnlyList<QuadrantPoint> points, double left, double top, double bottom)
    {
        var y = top + sizes.Axis.Size;
        var width = sizes.Width - left;
        foreach (var quadrant in new[] { Quadrant.BlindSpot, Quadrant.HiddenStrength })
        {
            var members = points.Where(point => point.Quadrant == quadrant).ToList();
            shapes.Add(new Text(left, y, wording[$"quadrant.{quadrant}.list"], sizes.Value.In(Colour(quadrant))));
            y += sizes.Axis.Leading * 1.35;
            if (members.Count == 0)
            {
                shapes.Add(new Text(left, y, wording["quadrant.none"], sizes.Axis));
                y += sizes.Axis.Leading * 1.25;
            }

            // Both lists get their share of the room; what is left out is counted.
            var room = (int)Math.Min(members.Count, (bottom - top) / (sizes.Axis.Leading * 1.25) / 2 - 2);
            foreach (var point in members.Take(room))
            {
                shapes.Add(new Text(left + (sizes.Axis.Size * 1.3), y, wording.Format.Count(point.Number), sizes.Value, Anchor.End));
                var name = point.Label + (point.Uncertain ? " " + wording["quadrant.uncertain"] : "");
                shapes.Add(new Text(left + (sizes.Axis.Size * 1.9), y, LineBreaker.Fit(name, sizes.Axis, width - (sizes.Axis.Size * 1.9)), sizes.Axis.In(Palette.Ink)));
                y += sizes.Axis.Leading * 1.25;
            }

            if (room < members.Count)
            {
                shapes.Add(new Text(left + (sizes.Axis.Size * 1.9), y, wording.Say("quadrant.more", ("n", wording.Format.Count(members.Count - room))), sizes.Axis));
                y += sizes.Axis.Leading * 1.25;
            }

            y += sizes.Axis.Leading * 0.8;
        }

        return y;
    }

    private (double X, double Y)[] Apart((double X, double Y)[] points, double left, double top, double side) =>
        Discs.Apart(points, _radius * 2.05, (left + _radius, top + _radius, left + side - _radius, top + side - _radius));

    private static Colour Colour(Quadrant quadrant) => quadrant switch
    {
        Quadrant.BlindSpot => Palette.Overestimated,
        Quadrant.HiddenStrength => Palette.Underestimated,
        _ => Palette.Soft,
    };
}
