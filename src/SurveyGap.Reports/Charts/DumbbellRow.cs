using SurveyGap.Analysis.Results;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>One row of the dumbbell: name, marks, what is withheld, gap. It grows where its marks need more room.</summary>
internal sealed class DumbbellRow
{
    private readonly MirrorRow _row;
    private readonly ChartSizes _sizes;
    private readonly Wording _wording;
    private readonly RatingAxis _axis;
    private readonly DumbbellMarks _marks;
    private readonly Pair? _pair;
    private readonly double _middle;
    private readonly Text? _absent;

    public DumbbellRow(
        MirrorRow row, IReadOnlyList<GroupNote> groups, DumbbellMarks marks, Pair? pair, ChartSizes sizes, Wording wording, RatingAxis axis)
    {
        (_row, _marks, _pair, _sizes, _wording, _axis) = (row, marks, pair, sizes, wording, axis);
        var extra = sizes.Stacked ? _marks.Reach : Math.Max(0, (_marks.Reach - sizes.Dodge) * 1.6);
        _middle = sizes.Stacked ? (sizes.Row * 0.82) + extra : (sizes.Row * 0.6) + (extra * 0.6);
        Height = sizes.Row + extra + (sizes.Stacked ? _marks.Reach : 0);
        _absent = Absent(groups);
    }

    public double Height { get; private set; }

    public Group Draw(double top)
    {
        List<Shape> shapes = [];
        var middle = top + _middle;
        if (_sizes.Stacked)
            shapes.AddRange(_axis.Grid(middle - (_sizes.Row * 0.13), middle + (_sizes.Row * 0.13)));

        shapes.AddRange(Name(top));
        shapes.AddRange(_marks.Draw(middle));
        if (_absent is not null)
            shapes.Add(_absent with { Y = top + _absent.Y });
        shapes.AddRange(Gap(top));
        return new Group(Summary(), shapes);
    }

    private IEnumerable<Shape> Name(double top)
    {
        var lines = LineBreaker.Break(_row.Label, _sizes.Label, _sizes.Names, most: 2);
        var block = lines.Count * _sizes.Label.Leading;
        var first = _sizes.Stacked ? _sizes.Label.Size + 6 : ((Height - block) / 2) + (_sizes.Label.Leading * 0.78);
        return lines.Select((line, i) => new Text(0, top + first + (i * _sizes.Label.Leading), line, _sizes.Label));
    }

    // A group that is withheld as a whole stands in the legend already. The note goes where the scale is free, else below.
    private Text? Absent(IReadOnlyList<GroupNote> groups)
    {
        var notes = groups.Where(group => group.Answers is not null && !_row.Means.ContainsKey(group.Audience))
            .GroupBy(group => _row.NotAsked.Contains(group.Audience) ? "notAsked" : "withheld")
            .Select(absent => _wording.Say(
                $"chart.{absent.Key}", ("groups", string.Join(", ", absent.Select(group => _wording[$"group.{(int)group.Audience}"])))))
            .ToList();
        if (notes.Count == 0)
            return null;

        var note = string.Join("; ", notes);
        var room = _sizes.Axis.Measure(note) + (_sizes.Marker * 2);
        var baseline = _middle + (_sizes.Axis.Size * 0.35);
        if (_row.Means.Values.All(mean => _axis.X(mean) > _axis.Left + room))
            return new Text(_axis.Left + 3, baseline, note, _sizes.Axis);
        if (_row.Means.Values.All(mean => _axis.X(mean) < _axis.Right - room))
            return new Text(_axis.Right - 3, baseline, note, _sizes.Axis, Anchor.End);

        baseline = Height + (_sizes.Axis.Size * 0.3);
        Height += _sizes.Axis.Leading;
        return new Text(_axis.Left + 3, baseline, note, _sizes.Axis);
    }

    private IEnumerable<Shape> Gap(double top)
    {
        var first = _sizes.Stacked ? top + _sizes.Gap.Size + 4 : top + (Height / 2) + (_sizes.Gap.Size * 0.1);
        if (_pair is not { } pair)
            yield break;
        if (_row.Gap is not { } gap)
        {
            var reason = _row.NotAsked.Contains(pair.From) || _row.NotAsked.Contains(pair.To) ? "notAsked" : "withheld";
            yield return new Text(_sizes.Width, first, _wording[reason], _sizes.Axis, Anchor.End);
            yield break;
        }

        var colour = !gap.Clear ? Palette.Soft : gap.Points > 0 ? Palette.Overestimated : Palette.Underestimated;
        var figure = new Text(_sizes.Width, first, _wording.Format.WithSign(gap.Points), _sizes.Gap.In(colour), Anchor.End);
        yield return figure;
        if (gap.Clear)
            yield return Marker.Arrow(figure.Left - (_sizes.Gap.Size * 0.55), first - (_sizes.Gap.Size * 0.34), _sizes.Gap.Size * 0.56, gap.Points > 0, colour);

        var below = _sizes.Stacked || gap.Interval is not { } interval
            ? gap.Label
            : $"{_wording.Format.Interval(interval.Low, interval.High)} {gap.Label}";
        yield return new Text(_sizes.Width, first + (_sizes.Axis.Size * 1.4), below, _sizes.Axis, Anchor.End);
    }

    private string Summary()
    {
        var means = _row.Means.OrderBy(mean => mean.Key)
            .Select(mean => $"{_wording[$"group.{(int)mean.Key}"]} {_wording.Format.Number(mean.Value)}");
        return $"{_row.Label}: {string.Join(", ", means)}";
    }
}
