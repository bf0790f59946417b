using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>
/// Where do we misjudge ourselves most? One row a question, three markers, the gap with its interval and label as text.
/// Only the customers' interval is drawn: overlapping intervals mislead about a difference.
/// </summary>
public sealed class Dumbbell(ChartSizes sizes, Wording wording)
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
        var legend = Legend.Draw(shapes, 0, groups, interval: true, sizes, wording);
        var words = legend + (sizes.Axis.Leading * 2.3);
        var top = words + (sizes.Axis.Size * 0.8);
        var bottom = top + (rows.Count * sizes.Row);

        if (!sizes.Stacked)
            shapes.AddRange(_axis.Grid(top, bottom));
        shapes.AddRange(_axis.Head(words, sizes.Axis, wording));
        if (!sizes.Stacked)
            shapes.AddRange(GapHead(words));
        shapes.Add(new Line(0, top, sizes.Width, top, new Stroke(Palette.Ink, 0.8)));

        var y = top;
        foreach (var row in rows)
        {
            if (y > top)
                shapes.Add(new Line(0, y, sizes.Width, y, new Stroke(Palette.Hairline, 0.6)));
            shapes.Add(Row(row, y, groups));
            y += sizes.Row;
        }

        shapes.Add(new Line(0, bottom, sizes.Width, bottom, new Stroke(Palette.Ink, 0.8)));
        return new Drawing { Width = sizes.Width, Height = bottom + 1, Title = title, Description = description, Shapes = shapes };
    }

    private IEnumerable<Shape> GapHead(double baseline)
    {
        yield return new Text(sizes.Width, baseline - sizes.Axis.Leading, wording["gap"], sizes.Axis.Strong.In(Palette.Soft), Anchor.End);
        yield return new Text(sizes.Width, baseline, wording["gap.mirror"], sizes.Axis, Anchor.End);
    }

    private Group Row(MirrorRow row, double top, IReadOnlyList<GroupNote> groups)
    {
        List<Shape> shapes = [];
        var middle = sizes.Stacked ? top + (sizes.Row * 0.8) : top + (sizes.Row * 0.6);
        if (sizes.Stacked)
            shapes.AddRange(_axis.Grid(middle - (sizes.Row * 0.13), middle + (sizes.Row * 0.13)));

        shapes.AddRange(Name(row.Label, top));
        shapes.AddRange(new DumbbellMarks(sizes, wording, _axis).Draw(row, middle));
        shapes.AddRange(Absent(row, middle, groups));
        shapes.AddRange(Gap(row, top));
        return new Group(Summary(row), shapes);
    }

    private IEnumerable<Shape> Name(string label, double top)
    {
        var lines = LineBreaker.Break(label, sizes.Label, sizes.Names, most: 2);
        var block = lines.Count * sizes.Label.Leading;
        var first = sizes.Stacked ? top + sizes.Label.Size + 6 : top + ((sizes.Row - block) / 2) + (sizes.Label.Leading * 0.78);
        return lines.Select((line, i) => new Text(0, first + (i * sizes.Label.Leading), line, sizes.Label));
    }

    // A group that is withheld as a whole stands in the legend already.
    private IEnumerable<Shape> Absent(MirrorRow row, double middle, IReadOnlyList<GroupNote> groups)
    {
        var absent = groups.Where(group => group.Answers is not null && !row.Means.ContainsKey(group.Audience)).ToList();
        if (absent.Count == 0)
            return [];

        var names = string.Join(", ", absent.Select(group => wording[$"group.{(int)group.Audience}"]));
        var note = wording.Say("chart.withheld", ("groups", names));
        var leftIsFree = row.Means.Values.All(mean => _axis.X(mean) > sizes.PlotLeft + sizes.Axis.Measure(note) + sizes.Marker);
        return
        [
            leftIsFree
                ? new Text(sizes.PlotLeft + 3, middle + (sizes.Axis.Size * 0.35), note, sizes.Axis)
                : new Text(sizes.PlotRight - 3, middle + (sizes.Axis.Size * 0.35), note, sizes.Axis, Anchor.End),
        ];
    }

    private IEnumerable<Shape> Gap(MirrorRow row, double top)
    {
        var first = sizes.Stacked ? top + sizes.Gap.Size + 4 : top + (sizes.Row / 2) + (sizes.Gap.Size * 0.1);
        if (row.Gap is not { } gap)
        {
            yield return new Text(sizes.Width, first, wording["withheld"], sizes.Axis, Anchor.End);
            yield break;
        }

        var colour = !gap.Clear ? Palette.Soft : gap.Points > 0 ? Palette.Overestimated : Palette.Underestimated;
        var figure = new Text(sizes.Width, first, wording.Format.WithSign(gap.Points), sizes.Gap.In(colour), Anchor.End);
        yield return figure;
        if (gap.Clear)
            yield return Marker.Arrow(figure.Left - (sizes.Gap.Size * 0.55), first - (sizes.Gap.Size * 0.34), sizes.Gap.Size * 0.56, gap.Points > 0, colour);

        var below = sizes.Stacked || gap.Interval is not { } interval
            ? gap.Label
            : $"{wording.Format.Interval(interval.Low, interval.High)} {gap.Label}";
        yield return new Text(sizes.Width, first + (sizes.Axis.Size * 1.4), below, sizes.Axis, Anchor.End);
    }

    private string Summary(MirrorRow row)
    {
        var means = row.Means.OrderBy(mean => mean.Key)
            .Select(mean => $"{wording[$"group.{(int)mean.Key}"]} {wording.Format.Number(mean.Value)}");
        return $"{row.Label}: {string.Join(", ", means)}";
    }
}
