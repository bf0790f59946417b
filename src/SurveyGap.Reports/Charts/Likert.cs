using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>
/// How do opinions spread? Diverging stacked bars (Heiberger and Robbins 2014): «average» is split at the zero line, both
/// negative segments are hatched, the shares at the ends are bottom-2 and top-2. Below a number of answers, counts and no percent.
/// </summary>
/// <param name="sizes">The surface.</param>
/// <param name="wording">The language.</param>
/// <param name="percentFrom">Fewer answers than this are shown as counts.</param>
/// <param name="reach">How far bars may reach: the same for all charts that are to be compared.</param>
public sealed class Likert(ChartSizes sizes, Wording wording, int percentFrom, LikertReach reach)
{
    private const double LeastLabel = 0.08;

    private readonly LikertSizes _bars = LikertSizes.Of(sizes);

    /// <summary>Draws some questions, in the order in which they are given.</summary>
    public Drawing Draw(string title, string description, IReadOnlyList<LikertRow> rows)
    {
        List<Shape> shapes = [];
        var top = Head(shapes);
        var bottom = top + rows.Sum(Height);
        var ends = sizes.Value.Measure("100 %") + sizes.Value.Size;
        var unit = (_bars.Right - _bars.Left - (2 * ends)) / (reach.Left + reach.Right);
        var zero = _bars.Left + ends + (reach.Left * unit);

        shapes.Add(new Line(0, top, sizes.Width, top, new Stroke(Palette.Ink, 0.8)));
        if (!sizes.Stacked)
            shapes.Add(new Line(zero, top, zero, bottom, new Stroke(Palette.Muted, 0.8)));
        var y = top;
        foreach (var row in rows)
        {
            if (y > top)
                shapes.Add(new Line(0, y, sizes.Width, y, new Stroke(Palette.Hairline, 0.6)));
            shapes.Add(Row(row, y, zero, unit));
            y += Height(row);
        }

        shapes.Add(new Line(0, bottom, sizes.Width, bottom, new Stroke(Palette.Ink, 0.8)));
        return new Drawing { Width = sizes.Width, Height = bottom + 1, Title = title, Description = description, Shapes = shapes };
    }

    private double Height(LikertRow row) => (2 * _bars.Pad) + NameHeight(row) + Math.Max(BarsHeight(row), sizes.Stacked ? 0 : NameLines(row).Count * sizes.Label.Leading);

    private double BarsHeight(LikertRow row) => (row.Bars.Count * _bars.Pitch) - _bars.Gap;

    private double NameHeight(LikertRow row) => sizes.Stacked ? (NameLines(row).Count * sizes.Label.Leading) + _bars.Gap : 0;

    private IReadOnlyList<string> NameLines(LikertRow row) => LineBreaker.Break(row.Label, sizes.Label, _bars.Names, most: 3);

    private double Head(List<Shape> shapes)
    {
        var (x, y, box) = (0.0, sizes.Axis.Size, sizes.Axis.Size);
        for (var rating = 1; rating <= 5; rating++)
        {
            var word = wording[$"rating.{rating}"];
            var width = (box * 1.5) + sizes.Axis.Measure(word);
            if (x > 0 && x + width > sizes.Width)
                (x, y) = (0, y + (box * 1.8));
            shapes.AddRange(Segment(x, y - (box * 0.86), box, box, rating));
            shapes.Add(new Text(x + (box * 1.45), y, word, sizes.Axis.In(Palette.Soft)));
            x += width + (box * 1.6);
        }

        y += sizes.Axis.Leading * 1.9;
        shapes.Add(new Text(sizes.Width, y, wording["likert.cannotJudge"], sizes.Axis, Anchor.End));
        return y + (sizes.Axis.Size * 0.8);
    }

    private Group Row(LikertRow row, double top, double zero, double unit)
    {
        List<Shape> shapes = [];
        var lines = NameLines(row);
        var height = Height(row);
        var first = sizes.Stacked ? _bars.Pad + (sizes.Label.Size * 0.9) : ((height - (lines.Count * sizes.Label.Leading)) / 2) + (sizes.Label.Leading * 0.78);
        shapes.AddRange(lines.Select((line, i) => new Text(0, top + first + (i * sizes.Label.Leading), line, sizes.Label)));

        // Names of three lines are higher than one bar.
        var y = top + NameHeight(row) + ((height - NameHeight(row) - BarsHeight(row)) / 2);
        foreach (var bar in row.Bars)
        {
            shapes.AddRange(Name(bar, y));
            if (sizes.Stacked)
                shapes.Add(new Line(zero, y + _bars.Lead - 3, zero, y + _bars.Pitch - _bars.Gap + 3, new Stroke(Palette.Muted, 0.8)));
            shapes.AddRange(Bar(bar, y + _bars.Lead, zero, unit));
            y += _bars.Pitch;
        }

        return new Group(row.Label, shapes);
    }

    private IEnumerable<Shape> Name(LikertBar bar, double y)
    {
        var baseline = y + (_bars.Lead > 0 ? _bars.Lead * 0.75 : (_bars.Height * 0.5) + (sizes.Axis.Size * 0.35));
        foreach (var shape in Marker.Of(bar.Audience, _bars.Groups + (sizes.Marker * 0.5), baseline - (sizes.Axis.Size * 0.34), sizes.Marker * 0.75, halo: 0))
            yield return shape;
        var n = bar.Counts is null ? "" : " " + wording.Say("legend.n", ("n", wording.Format.Count(bar.N)));
        yield return new Text(_bars.Groups + (sizes.Marker * 1.35), baseline, wording[$"group.{(int)bar.Audience}"] + n, sizes.Axis.In(Palette.Soft));
    }

    private IEnumerable<Shape> Bar(LikertBar bar, double y, double zero, double unit)
    {
        var baseline = y + (_bars.Height / 2) + (sizes.Value.Size * 0.35);
        if (bar.N == 0)
        {
            yield return new Text(_bars.Left, baseline, wording["withheld"], sizes.Axis);
            yield break;
        }

        var x = zero - (bar.Left * unit);
        var soft = sizes.Value.In(Palette.Soft);
        yield return new Text(x - (soft.Size * 0.4), baseline, Show(bar, bar.Share(1) + bar.Share(2), sign: true), soft, Anchor.End);
        for (var rating = 1; rating <= 5; rating++)
        {
            var width = bar.Share(rating) * unit;
            foreach (var shape in Segment(x, y, width, _bars.Height, rating))
                yield return shape;
            var label = Show(bar, bar.Share(rating), sign: false);
            if (bar.Share(rating) >= LeastLabel && sizes.Value.Measure(label) < width - 2)
            {
                var style = sizes.Value with { Face = Face.Regular, Colour = Palette.TextOn(Palette.Ratings[rating - 1]) };
                if (rating <= 2)
                    yield return new Box(x + ((width - style.Measure(label)) / 2) - 1.2, y + 1, style.Measure(label) + 2.4, _bars.Height - 2, Palette.Ratings[rating - 1]);
                yield return new Text(x + (width / 2), baseline, label, style, Anchor.Middle);
            }

            x += width;
        }

        yield return new Text(x + (soft.Size * 0.4), baseline, Show(bar, bar.Share(4) + bar.Share(5), sign: true), soft.In(Palette.TextOf(bar.Audience)));
        if (bar.CannotJudge is { } share)
            yield return new Text(sizes.Width, baseline, wording.Format.Percent(share), sizes.Axis, Anchor.End);
    }

    private string Show(LikertBar bar, double share, bool sign) =>
        bar.N < percentFrom ? wording.Format.Count((long)Math.Round(share * bar.N))
        : sign ? wording.Format.Percent(share)
        : wording.Format.Number(share * 100, 0);

    private static IEnumerable<Shape> Segment(double x, double y, double width, double height, int rating)
    {
        if (width <= 0)
            yield break;
        var colour = Palette.Ratings[rating - 1];
        yield return new Box(x, y, width, height, colour);
        if (rating <= 2)
            yield return new PathShape(Outline.Hatch(x, y, width, height, height * 0.38), Fill: null, new Stroke(colour.Mixed(Palette.White, 0.45), height * 0.06));
    }
}
