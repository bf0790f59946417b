using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>The signs with the groups' names and n, in as many lines as needed.</summary>
internal static class Legend
{
    /// <summary>Signs and names from a top edge, the sign of a group's interval (null for none) and that of the norm; returns where the legend ends.</summary>
    public static double Draw(
        List<Shape> shapes, double top, IReadOnlyList<GroupNote> groups, Audience? interval, ChartSizes sizes, Wording wording, bool norm = false)
    {
        var style = sizes.Axis.In(Palette.Soft);
        var row = sizes.Axis.Size * 1.75;
        var (x, y) = (0.0, top + sizes.Axis.Size);
        foreach (var group in groups)
        {
            var name = wording[$"group.{(int)group.Audience}"];
            var count = Count(group, wording);
            var width = (sizes.Marker * 1.7) + sizes.Value.Strong.Measure(name + " ") + style.Measure(count);
            Wrap(width);
            shapes.AddRange(Marker.Of(group.Audience, x + (sizes.Marker * 0.6), y - (sizes.Axis.Size * 0.33), sizes.Marker, halo: 0));
            var text = new Text(x + (sizes.Marker * 1.7), y, name, sizes.Value.In(Palette.TextOf(group.Audience)));
            shapes.Add(text);
            shapes.Add(new Text(text.X + text.Width + (style.Size * 0.35), y, count, style));
            x += width + (style.Size * 2.2);
        }

        if (interval is { } reference && groups.Any(group => group.Audience == reference && group.Answers is not null))
        {
            var text = wording[$"legend.interval.{(int)reference}"];
            var length = sizes.Marker * 2.6;
            Wrap(length + style.Measure(text) + (style.Size * 0.6));
            shapes.AddRange(Whisker.Draw(reference, x, x + length, y - (style.Size * 0.33), sizes));
            shapes.Add(new Text(x + length + (style.Size * 0.6), y, text, style));
            x += length + style.Measure(text) + (style.Size * 2.8);
        }

        if (norm)
        {
            var text = wording["legend.norm"];
            Wrap((sizes.Marker * 1.2) + style.Measure(text));
            shapes.Add(NormMark.At(x + (sizes.Marker * 0.5), y - (style.Size * 0.33), sizes));
            shapes.Add(new Text(x + (sizes.Marker * 1.2), y, text, style));
        }

        return y + (row * 0.45);

        void Wrap(double width)
        {
            if (x == 0 || x + width <= sizes.Width)
                return;
            x = 0;
            y += row;
        }
    }

    private static string Count(GroupNote group, Wording wording) => group switch
    {
        { Answers: null } => wording["legend.withheld"],
        { Census: true } => wording.Say("legend.census", ("n", wording.Format.Count(group.Answers.Value))),
        _ => wording.Say("legend.n", ("n", wording.Format.Count(group.Answers.Value))),
    };
}

/// <summary>What is usual elsewhere: a line across the row.</summary>
internal static class NormMark
{
    public static Line At(double x, double y, ChartSizes sizes) =>
        new(x, y - (sizes.Marker * 0.95), x, y + (sizes.Marker * 0.95), new Stroke(Palette.Accent, sizes.Connector * 0.7));
}

/// <summary>A group's interval: a line with ends.</summary>
internal static class Whisker
{
    /// <summary>From <paramref name="low"/> to <paramref name="high"/> at a height.</summary>
    public static IEnumerable<Shape> Draw(Audience audience, double low, double high, double y, ChartSizes sizes)
    {
        var stroke = new Stroke(Palette.Of(audience), sizes.Connector * 0.36);
        var end = sizes.Marker * 0.34;
        yield return new Line(low, y, high, y, stroke);
        yield return new Line(low, y - end, low, y + end, stroke);
        yield return new Line(high, y - end, high, y + end, stroke);
    }
}
