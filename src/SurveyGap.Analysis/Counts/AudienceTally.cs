using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Counts;

/// <summary>Counts of one group while they are being counted.</summary>
internal sealed class AudienceTally
{
    private readonly CountingPlan _plan;
    private readonly int[][] _dimensionSlots;
    private readonly CellTally _all;
    private readonly Dictionary<(int Attribute, string? Value), CellTally> _segments = [];
    private readonly Dictionary<Combo, CombinationTally> _combinations = [];
    private readonly long[][] _withOverall;
    private readonly CompleteTally[] _complete;

    public AudienceTally(Audience audience, CountingPlan plan)
    {
        Audience = audience;
        _plan = plan;
        _dimensionSlots = plan.DimensionSlots(audience);
        _all = new CellTally(plan, _dimensionSlots);
        _withOverall = [.. plan.IsRating.Select(rating => new long[rating ? 25 : 0])];
        _complete = [.. _dimensionSlots.Select(slots => new CompleteTally(slots))];
    }

    public Audience Audience { get; }

    public void Add(Response response)
    {
        _all.Add(response.Answers);
        for (var attribute = 0; attribute < response.Segments.Count; attribute++)
            Segment(attribute, response.Segments[attribute]).Add(response.Answers);
        if (response.Segments.Count > 0)
            CombinationOf(response.Segments).Add(response.Answers);
        AddWithOverall(response.Answers);
        foreach (var rows in _complete)
            rows.Add(response.Answers);
    }

    public void Merge(AudienceTally other)
    {
        _all.Merge(other._all);
        foreach (var ((attribute, value), tally) in other._segments)
            Segment(attribute, value).Merge(tally);
        foreach (var tally in other._combinations.Values)
            CombinationOf(tally.Values).Merge(tally);
        CellTally.Sum(_withOverall, other._withOverall);
        foreach (var (mine, theirs) in _complete.Zip(other._complete))
            mine.Merge(theirs);
    }

    public AudienceCounts ToCounts(Participation participation) => new()
    {
        Audience = Audience,
        Invited = participation.Invited,
        OptIn = participation.OptIn,
        All = _all.ToCounts(),
        Segments =
        [
            .. _segments.OrderBy(segment => segment.Key.Attribute).ThenBy(segment => segment.Key.Value, StringComparer.Ordinal)
                .Select(segment => new SegmentCounts(segment.Key.Attribute, segment.Key.Value, segment.Value.ToCounts())),
        ],
        Combinations =
        [
            .. _combinations.OrderBy(combination => combination.Key.Text, StringComparer.Ordinal).Select(combination => combination.Value.ToCounts()),
        ],
        WithOverall = _plan.Overall is null ? [] : [.. _withOverall.Select(joint => joint.Length == 0 ? null : joint.ToArray())],
        CompleteRows = [.. _complete.Select(rows => rows.ToCounts())],
    };

    private CellTally Segment(int attribute, string? value)
    {
        if (!_segments.TryGetValue((attribute, value), out var tally))
            _segments[(attribute, value)] = tally = new CellTally(_plan, _dimensionSlots);
        return tally;
    }

    private CombinationTally CombinationOf(IReadOnlyList<string?> values)
    {
        var combo = new Combo(values);
        if (!_combinations.TryGetValue(combo, out var tally))
            _combinations[combo] = tally = new CombinationTally(_plan.Levels.Length, _dimensionSlots, [.. values]);
        return tally;
    }

    private void AddWithOverall(byte[] answers)
    {
        if (_plan.Overall is not { } at || answers[at] is Answer.None or Answer.CannotJudge)
            return;
        for (var slot = 0; slot < answers.Length; slot++)
        {
            if (_plan.IsRating[slot] && answers[slot] is not (Answer.None or Answer.CannotJudge))
                _withOverall[slot][(5 * (answers[slot] - 1)) + answers[at] - 1]++;
        }
    }
}
