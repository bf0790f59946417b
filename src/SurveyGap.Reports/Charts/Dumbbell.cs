using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>
/// Where do we misjudge ourselves most? One row a question, up to three markers, the gap with its interval and label as text.
/// Only one interval is drawn, mostly the customers': overlapping intervals mislead about a difference.
/// </summary>
/// <param name="sizes">The surface.</param>
/// <param name="wording">The language.</param>
/// <param name="pair">The two groups whose gap stands at the right; null for a chart of one group.</param>
/// <param name="reference">The group whose interval is drawn.</param>
public sealed class Dumbbell(ChartSizes sizes, Wording wording, Pair? pair = Pair.Mirror, Audience reference = Audience.Customer)
{
    private readonly RatingAxis _axis = new(sizes.PlotLeft, sizes.PlotRight);

    /// <summary>Draws rows in the order in which they are given.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="description">The finding, with figures.</param>
    /// <param name="groups">The groups for the legend.</param>
    /// <param name="rows">At most 14 fit a page.</param>
    public Drawing Draw(string title, string description, IReadOnlyList<GroupNote> groups, IReadOnlyList<MirrorRow> rows)
    {
        List<Shape> shapes = [];
        var legend = Legend.Draw(shapes, 0, groups, rows.Any(row => row.Interval is not null) ? reference : null, sizes, wording, norm: rows.Any(row => row.Norm is not null));
        var words = legend + (sizes.Axis.Leading * 2.3);
        var top = words + (sizes.Axis.Size * 0.8);
        var drawn = rows.Select(row => new DumbbellRow(row, groups, new DumbbellMarks(row, reference, sizes, wording, _axis), pair, sizes, wording, _axis)).ToList();
        var bottom = top + drawn.Sum(row => row.Height);

        if (!sizes.Stacked)
            shapes.AddRange(_axis.Grid(top, bottom));
        shapes.AddRange(_axis.Head(words, sizes.Axis, wording, sizes.Width));
        if (!sizes.Stacked && pair is { } compared)
            shapes.AddRange(GapHead(words, compared));
        shapes.Add(new Line(0, top, sizes.Width, top, new Stroke(Palette.Ink, 0.8)));

        var y = top;
        foreach (var row in drawn)
        {
            if (y > top)
                shapes.Add(new Line(0, y, sizes.Width, y, new Stroke(Palette.Hairline, 0.6)));
            shapes.Add(row.Draw(y));
            y += row.Height;
        }

        shapes.Add(new Line(0, bottom, sizes.Width, bottom, new Stroke(Palette.Ink, 0.8)));
        return new Drawing { Width = sizes.Width, Height = bottom + 1, Title = title, Description = description, Shapes = shapes };
    }

    private IEnumerable<Shape> GapHead(double baseline, Pair compared)
    {
        yield return new Text(sizes.Width, baseline - sizes.Axis.Leading, wording["gap"], sizes.Axis.Strong.In(Palette.Soft), Anchor.End);
        var names = new Text(sizes.Width, baseline, wording[$"gap.{compared}"], sizes.Axis, Anchor.End);
        var lastWord = _axis.Right + (sizes.Axis.Measure(wording["rating.5"]) / 2);
        if (names.Left > lastWord + sizes.Axis.Size)
            yield return names;
    }
}
