using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Reports.Drawings;

/// <summary>
/// The sign of an audience: a square for executives, a triangle for employees, a circle for customers. All three cover about
/// the same area, so none looks more important.
/// </summary>
public static class Marker
{
    /// <summary>The sign around a point, <paramref name="size"/> being the width of the square.</summary>
    public static IEnumerable<Shape> Of(Audience audience, double x, double y, double size, double halo)
    {
        if (halo > 0)
            yield return new PathShape(Shape(audience, x, y, size), Fill: null, new Stroke(Palette.White, halo * 2));
        yield return new PathShape(Shape(audience, x, y, size), Palette.Of(audience));
    }

    /// <summary>A small triangle that points up (overestimated) or down (underestimated); some web fonts lack ▲ and ▼.</summary>
    public static PathShape Arrow(double x, double y, double size, bool up, Colour colour)
    {
        var (h, tip) = (size / 2, up ? y - (size * 0.45) : y + (size * 0.45));
        var foot = up ? y + (size * 0.45) : y - (size * 0.45);
        return new PathShape(Outline.Polygon((x - h, foot), (x, tip), (x + h, foot)), colour);
    }

    private static Outline Shape(Audience audience, double x, double y, double size)
    {
        var h = size / 2;
        return audience switch
        {
            Audience.Executive => Outline.Polygon((x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h)),
            // The centre of gravity lies on the value.
            Audience.Employee => Outline.Polygon(
                (x - (h * 1.18), y + (h * 0.9)), (x, y - (h * 1.28)), (x + (h * 1.18), y + (h * 0.9))),
            _ => Outline.Circle(x, y, h * 1.12),
        };
    }
}
