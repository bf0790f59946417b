using System.Runtime.InteropServices;

namespace SurveyGap.Reports.Drawings;

/// <summary>What a step of an outline does.</summary>
public enum StepKind
{
    /// <summary>Lifts the pen to a point.</summary>
    Move,

    /// <summary>Draws straight to a point.</summary>
    Line,

    /// <summary>Draws a cubic curve with two control points to a point.</summary>
    Curve,

    /// <summary>Draws back to where the part began.</summary>
    Close,
}

/// <summary>One step of an outline. <c>X</c>, <c>Y</c> is its end; the control points are used by curves only.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Step(
    StepKind Kind, double X = 0, double Y = 0, double X1 = 0, double Y1 = 0, double X2 = 0, double Y2 = 0);

/// <summary>Lines and curves, in drawing order.</summary>
public sealed record Outline(IReadOnlyList<Step> Steps)
{
    // The distance of control points that makes four cubic curves a circle to within 0.03 %.
    private const double Round = 0.5522847498;

    /// <summary>A closed polygon.</summary>
    public static Outline Polygon(params (double X, double Y)[] corners) =>
        new(Through(corners, closed: true));

    /// <summary>Straight lines from point to point, not closed.</summary>
    public static Outline Polyline(params (double X, double Y)[] points) => new(Through(points, closed: false));

    /// <summary>A circle.</summary>
    public static Outline Circle(double x, double y, double radius)
    {
        var c = radius * Round;
        return new Outline(
        [
            new Step(StepKind.Move, x + radius, y),
            new Step(StepKind.Curve, x, y + radius, x + radius, y + c, x + c, y + radius),
            new Step(StepKind.Curve, x - radius, y, x - c, y + radius, x - radius, y + c),
            new Step(StepKind.Curve, x, y - radius, x - radius, y - c, x - c, y - radius),
            new Step(StepKind.Curve, x + radius, y, x + c, y - radius, x + radius, y - c),
            new Step(StepKind.Close),
        ]);
    }

    /// <summary>
    /// Lines at 45° inside a rectangle, for surfaces that must differ in a print in grey. They are cut to the rectangle
    /// here, so that no surface needs a pattern or a clip.
    /// </summary>
    public static Outline Hatch(double x, double y, double width, double height, double distance)
    {
        var steps = new List<Step>(2 * (int)Math.Ceiling((width + height) / distance));
        for (var offset = distance / 2; offset < width + height; offset += distance)
        {
            // From the lower or left edge up to the upper or right edge: the points with (px - x) + (py - y) = offset.
            var (startX, startY) = offset <= height ? (x, y + offset) : (x + offset - height, y + height);
            var (endX, endY) = offset <= width ? (x + offset, y) : (x + width, y + offset - width);
            steps.Add(new Step(StepKind.Move, startX, startY));
            steps.Add(new Step(StepKind.Line, endX, endY));
        }

        return new Outline(steps);
    }

    private static Step[] Through((double X, double Y)[] points, bool closed)
    {
        var steps = new Step[points.Length + (closed ? 1 : 0)];
        for (var i = 0; i < points.Length; i++)
            steps[i] = new Step(i == 0 ? StepKind.Move : StepKind.Line, points[i].X, points[i].Y);
        if (closed)
            steps[^1] = new Step(StepKind.Close);
        return steps;
    }
}
