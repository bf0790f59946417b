using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>A dimension as the chain shows it.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Means">Means 1 to 5 of the groups that are shown.</param>
/// <param name="Links">The gaps executive − employee and employee − customer; null where a side is withheld.</param>
/// <param name="Verdict">Where the picture breaks, in a few words.</param>
public sealed record ChainRow(
    string Label, IReadOnlyDictionary<Audience, double> Means, IReadOnlyList<GapMark?> Links, string Verdict);

/// <summary>
/// Where does the picture break? Three points and two links for each dimension. A clear gap breaks its link, an open one is
/// dotted, an equal one is whole.
/// </summary>
public sealed class ChainChart(ChartSizes sizes, Wording wording)
{
    private static readonly Audience[] Order = [Audience.Executive, Audience.Employee, Audience.Customer];

    private readonly double _rowHeight = sizes.Marker * (sizes.Stacked ? 9.6 : 5.4);

    /// <summary>Draws dimensions in the order in which they are given.</summary>
    public Drawing Draw(string title, string description, IReadOnlyList<GroupNote> groups, IReadOnlyList<ChainRow> rows)
    {
        List<Shape> shapes = [];
        var top = Legend.Draw(shapes, 0, groups, interval: null, sizes, wording) + (sizes.Axis.Size * 0.9);
        shapes.Add(new Line(0, top, sizes.Width, top, new Stroke(Palette.Ink, 0.8)));
        var y = top;
        foreach (var row in rows)
        {
            if (y > top)
                shapes.Add(new Line(0, y, sizes.Width, y, new Stroke(Palette.Hairline, 0.6)));
            shapes.Add(Row(row, y));
            y += _rowHeight;
        }

        shapes.Add(new Line(0, y, sizes.Width, y, new Stroke(Palette.Ink, 0.8)));
        return new Drawing { Width = sizes.Width, Height = y + 1, Title = title, Description = description, Shapes = shapes };
    }

    private double X(int group) => sizes.Stacked
        ? sizes.Width * (0.12 + (0.38 * group))
        : sizes.Width * (0.3 + (0.195 * group));

    private Group Row(ChainRow row, double top)
    {
        List<Shape> shapes = [];
        var middle = top + (_rowHeight * (sizes.Stacked ? 0.73 : 0.54));
        shapes.AddRange(Name(row, top));
        for (var i = 0; i < 2; i++)
            shapes.AddRange(Link(row.Links[i], X(i), X(i + 1), middle));
        for (var i = 0; i < 3; i++)
            shapes.AddRange(Point(row, Order[i], X(i), middle));
        return new Group($"{row.Label}: {row.Verdict}", shapes);
    }

    private IEnumerable<Shape> Name(ChainRow row, double top)
    {
        var width = sizes.Stacked ? sizes.Width * 0.55 : sizes.Width * 0.24;
        var names = LineBreaker.Break(row.Label, sizes.Label, width, most: 2);
        var verdict = LineBreaker.Break(row.Verdict, sizes.Axis.In(Palette.Ink), sizes.Width * (sizes.Stacked ? 0.42 : 0.245), most: 3);
        for (var i = 0; i < names.Count; i++)
            yield return new Text(0, Baseline(names.Count, sizes.Label, i), names[i], sizes.Label);
        for (var i = 0; i < verdict.Count; i++)
        {
            yield return new Text(
                sizes.Stacked ? sizes.Width : sizes.Width * 0.757, Baseline(verdict.Count, sizes.Axis, i), verdict[i],
                sizes.Axis.In(Palette.Ink), sizes.Stacked ? Anchor.End : Anchor.Start);
        }

        double Baseline(int count, TextStyle style, int line) => sizes.Stacked
            ? top + style.Size + 4 + (line * style.Leading)
            : top + ((_rowHeight - (count * style.Leading)) / 2) + (style.Leading * 0.78) + (line * style.Leading);
    }

    private IEnumerable<Shape> Link(GapMark? gap, double from, double to, double y)
    {
        var (left, right, centre) = (from + (sizes.Marker * 1.1), to - (sizes.Marker * 1.1), (from + to) / 2);
        if (gap is null)
        {
            yield return new Text(centre, y + (sizes.Axis.Size * 0.35), wording["withheld.short"], sizes.Axis, Anchor.Middle);
            yield break;
        }

        var colour = !gap.Clear ? Palette.Soft : gap.Points > 0 ? Palette.Overestimated : Palette.Underestimated;
        var label = gap.Label == wording["label.PracticallyEqual"];
        if (gap.Clear)
        {
            var (split, slash) = (sizes.Marker * 0.4, sizes.Marker * 0.5);
            var stroke = new Stroke(colour, sizes.Connector * 0.8);
            yield return new Line(left, y, centre - split, y, stroke);
            yield return new Line(centre + split, y, right, y, stroke);
            foreach (var x in new[] { centre - split, centre + split })
                yield return new Line(x - (slash * 0.35), y + slash, x + (slash * 0.35), y - slash, new Stroke(colour, sizes.Connector * 0.55));
        }
        else
        {
            yield return new Line(left, y, right, y, new Stroke(Palette.Connector, sizes.Connector * 0.8, label ? null : sizes.Connector));
        }

        yield return new Text(centre, y - (sizes.Marker * 0.95), wording.Format.WithSign(gap.Points), sizes.Value.In(colour), Anchor.Middle);
        yield return new Text(centre, y + (sizes.Marker * 0.75) + sizes.Axis.Size, gap.Label, sizes.Axis, Anchor.Middle);
    }

    private IEnumerable<Shape> Point(ChainRow row, Audience audience, double x, double y)
    {
        if (!row.Means.TryGetValue(audience, out var mean))
        {
            yield return new Text(x, y + (sizes.Axis.Size * 0.35), "–", sizes.Axis, Anchor.Middle);
            yield break;
        }

        foreach (var shape in Marker.Of(audience, x, y, sizes.Marker, halo: 0))
            yield return shape;
        yield return new Text(x, y - (sizes.Marker * 0.95), wording.Format.Number(mean), sizes.Value.In(Palette.TextOf(audience)), Anchor.Middle);
    }
}
