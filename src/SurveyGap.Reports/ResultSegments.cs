using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports;

/// <summary>
/// The segment switch of the results page: one group by one value of one attribute, in place of the whole group. Never two
/// attributes at once, and only what the suppression lets through.
/// </summary>
/// <param name="model">The report.</param>
public sealed class ResultSegments(ReportModel model)
{
    private readonly Reading _reading = new(model.Analysis, model.Language);

    /// <summary>What can be chosen, by group and attribute; customers first. A value that is withheld stands there without a choice.</summary>
    public IReadOnlyList<SegmentSwitch> Switches =>
    [
        .. model.Analysis.Segments.Index()
            .Where(segment => segment.Item.Values.Any(value => value.Responses.IsShown))
            .OrderByDescending(segment => segment.Item.Audience)
            .Select(segment => new SegmentSwitch(
                _reading.Name(segment.Item.Audience),
                WhoPage.AttributeName(_reading, segment.Item.Attribute),
                [.. segment.Item.Values.Index().Select(value => new SegmentChoice(
                    $"{segment.Index}-{value.Index}",
                    WhoPage.ValueName(_reading, segment.Item.Attribute, value.Item.Value),
                    value.Item.Responses.IsShown))])),
    ];

    /// <summary>The dimensions with this choice; null if there is no such choice, or it is withheld.</summary>
    public ResultChapter? Find(string choice)
    {
        foreach (var (at, segment) in model.Analysis.Segments.Index())
        {
            foreach (var (place, value) in segment.Values.Index())
            {
                if ($"{at}-{place}" == choice && value.Responses.IsShown)
                    return Chapter(choice, segment, value);
            }
        }

        return null;
    }

    private ResultChapter Chapter(string choice, SegmentResult segment, SegmentValue value)
    {
        var title = _reading.Words.Say(
            "segments.view.title",
            ("group", _reading.Name(segment.Audience)),
            ("attribute", WhoPage.AttributeName(_reading, segment.Attribute)),
            ("value", WhoPage.ValueName(_reading, segment.Attribute, value.Value)));
        return new ResultChapter
        {
            Key = $"segment-{choice}",
            Name = title,
            Title = title,
            Lead = _reading.Words["segments.view.lead"],
            Draw = sizes => new Dumbbell(sizes, _reading.Words).Draw(title, title, Groups(segment, value), [.. model.Analysis.Dimensions.Select(dimension => Row(segment, value, dimension))]),
            Values = Table(segment, value),
        };
    }

    private IReadOnlyList<GroupNote> Groups(SegmentResult segment, SegmentValue value) =>
        [.. _reading.Groups.Select(group => group.Audience == segment.Audience ? new GroupNote(group.Audience, (int)value.Responses.Value!.Responses) : group)];

    private static MirrorRow Row(Reading reading, DimensionResult dimension, Dictionary<Audience, double> means) => new()
    {
        Label = reading.Name(dimension.Dimension),
        Means = means,
        Gap = means.TryGetValue(Audience.Executive, out var executives) && means.TryGetValue(Audience.Customer, out var customers)
            ? new GapMark(executives - customers, Interval: null, Label: "", Clear: false)
            : null,
    };

    private MirrorRow Row(SegmentResult segment, SegmentValue value, DimensionResult dimension) => Row(_reading, dimension, Enum.GetValues<Audience>()
        .Select(audience => (Audience: audience, Mean: audience == segment.Audience ? MeanOf(value, dimension) : dimension.Groups[audience].Value?.Mean))
        .Where(group => group.Mean is not null)
        .ToDictionary(group => group.Audience, group => group.Mean!.Value));

    private ScreenTable Table(SegmentResult segment, SegmentValue value)
    {
        var words = _reading.Words;
        return new ScreenTable(
            [new(words["dimension"], IsNumber: false), new($"{_reading.Name(segment.Audience)}, {words["segments.view.all"]}", IsNumber: true), new(words["segments.view.segment"], IsNumber: true), new(words["segments.view.gap"], IsNumber: true)],
            [.. model.Analysis.Dimensions.Select(dimension =>
            {
                var (all, mean) = (dimension.Groups[segment.Audience].Value?.Mean, MeanOf(value, dimension));
                return (IReadOnlyList<ScreenCell>)[new(_reading.Name(dimension.Dimension), 1), Cell(all), Cell(mean), Cell(dimension.Groups[Audience.Executive].Value?.Mean - mean, signed: true)];
            })]);
    }

    private ScreenCell Cell(double? value, bool signed = false) => new(
        value is not { } number ? _reading.Words["withheld.short"] : signed ? _reading.Format.WithSign(number) : _reading.Format.Number(number), 1);

    private static double? MeanOf(SegmentValue value, DimensionResult dimension) => value.Dimensions.GetValueOrDefault(dimension.Dimension.Key)?.Value?.Mean;
}

/// <summary>One group by one attribute.</summary>
/// <param name="Group">Its name.</param>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Choices">Its values.</param>
public sealed record SegmentSwitch(string Group, string Attribute, IReadOnlyList<SegmentChoice> Choices);

/// <summary>A value of an attribute.</summary>
/// <param name="Key">Names it in addresses, for this release.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsShown">False where too few answered.</param>
public sealed record SegmentChoice(string Key, string Name, bool IsShown);
