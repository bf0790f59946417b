using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>The marks of one row: bar, interval, markers and their values.</summary>
internal sealed class DumbbellMarks
{
    private readonly MirrorRow _row;
    private readonly Audience _reference;
    private readonly ChartSizes _sizes;
    private readonly Wording _wording;
    private readonly RatingAxis _axis;
    private readonly List<Mark> _marks;
    private readonly Dictionary<Audience, double> _offsets = [];

    public DumbbellMarks(MirrorRow row, Audience reference, ChartSizes sizes, Wording wording, RatingAxis axis)
    {
        (_row, _reference, _sizes, _wording, _axis) = (row, reference, sizes, wording, axis);
        _marks = [.. row.Means.OrderBy(mean => mean.Value).ThenBy(mean => mean.Key)
            .Select(mean => new Mark(mean.Key, mean.Value, axis.X(mean.Value)))];
        Dodge();
    }

    /// <summary>How far the highest marker had to move up; 0 without a collision.</summary>
    public double Reach => _offsets.Count == 0 ? 0 : -_offsets.Values.Min();

    /// <summary>The marks around a height.</summary>
    public IEnumerable<Shape> Draw(double middle)
    {
        if (_marks.Count == 0)
            return [];

        List<Shape> shapes = [];
        if (_marks.Count > 1)
            shapes.Add(new Line(_marks[0].X, middle, _marks[^1].X, middle, new Stroke(Palette.Connector, _sizes.Connector)));
        if (_row.Interval is { } interval && _offsets.TryGetValue(_reference, out var offset))
            shapes.AddRange(Whisker.Draw(_reference, _axis.X(interval.Low), _axis.X(interval.High), middle + offset, _sizes));
        if (_row.Norm is { } norm)
            shapes.Add(NormMark.At(_axis.X(norm), middle, _sizes));
        foreach (var mark in _marks)
            shapes.AddRange(Marker.Of(mark.Audience, mark.X, middle + _offsets[mark.Audience], _sizes.Marker, _sizes.Halo));
        shapes.AddRange(Values(middle - Reach));
        return shapes;
    }

    private IEnumerable<Shape> Values(double highest)
    {
        var texts = _marks.ConvertAll(mark => _wording.Format.Number(mark.Mean));
        var widths = texts.ConvertAll(text => _sizes.Value.Measure(text) + (_sizes.Value.Size * 0.45));
        var centres = Spread.Apart(
            _marks.ConvertAll(mark => mark.X), widths, _axis.Left - _sizes.Value.Size, _axis.Right + _sizes.Value.Size);
        var baseline = highest - (_sizes.Marker * 0.5) - (_sizes.Value.Size * 0.42);
        return _marks.Select((mark, i) =>
            new Text(centres[i], baseline, texts[i], _sizes.Value.In(Palette.TextOf(mark.Audience)), Anchor.Middle));
    }

    // Markers that would cover each other move apart, executives up and customers down.
    private void Dodge()
    {
        var start = 0;
        for (var i = 1; i <= _marks.Count; i++)
        {
            if (i < _marks.Count && _marks[i].X - _marks[i - 1].X < _sizes.Marker * 1.05)
                continue;

            var together = _marks[start..i].OrderBy(mark => mark.Audience).ToList();
            var distance = together.Count < 3 ? _sizes.Dodge * 2 : _sizes.Marker * 0.95;
            for (var j = 0; j < together.Count; j++)
                _offsets[together[j].Audience] = (j - ((together.Count - 1) / 2.0)) * distance;
            start = i;
        }
    }

    private sealed record Mark(Audience Audience, double Mean, double X);
}
