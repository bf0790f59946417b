using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Counts;

/// <summary>
/// Counts of one group while they are being counted: each response once, in the cell of its combination of attribute values.
/// The group and its segment values are sums of those cells.
/// </summary>
internal sealed class AudienceTally
{
    private readonly CountingPlan _plan;
    private readonly int[][] _dimensionSlots;
    private readonly Dictionary<Combo, CellTally> _cells = [];
    private readonly long[][] _withOverall;
    private readonly CompleteTally[] _complete;

    public AudienceTally(Audience audience, CountingPlan plan)
    {
        Audience = audience;
        _plan = plan;
        _dimensionSlots = plan.DimensionSlots(audience);
        _withOverall = [.. plan.IsRating.Select(rating => new long[rating ? 25 : 0])];
        _complete = [.. _dimensionSlots.Select(slots => new CompleteTally(slots))];
    }

    public Audience Audience { get; }

    public void Add(Response response)
    {
        CellOf(new Combo(response.Segments)).Add(response.Answers);
        AddWithOverall(response.Answers);
        foreach (var rows in _complete)
            rows.Add(response.Answers);
    }

    public void Merge(AudienceTally other)
    {
        foreach (var (combo, cell) in other._cells)
            CellOf(combo).Merge(cell);
        CellTally.Sum(_withOverall, other._withOverall);
        foreach (var (mine, theirs) in _complete.Zip(other._complete))
            mine.Merge(theirs);
    }

    public AudienceCounts ToCounts(Participation participation) => new()
    {
        Audience = Audience,
        Invited = participation.Invited,
        OptIn = participation.OptIn,
        All = Together(_cells.Values),
        Segments = [.. Enumerable.Range(0, _plan.Attributes.Count).SelectMany(Segments)],
        Combinations =
        [
            .. _cells.Where(cell => cell.Key.Values.Count > 0).OrderBy(cell => cell.Key.Text, StringComparer.Ordinal)
                .Select(cell => cell.Value.ToCombination(cell.Key.Values)),
        ],
        WithOverall = _plan.Overall is null ? [] : [.. _withOverall.Select(joint => joint.Length == 0 ? null : joint.ToArray())],
        CompleteRows = [.. _complete.Select(rows => rows.ToCounts())],
    };

    private CellTally CellOf(Combo combo)
    {
        if (!_cells.TryGetValue(combo, out var cell))
            _cells[combo] = cell = new CellTally(_plan, _dimensionSlots);
        return cell;
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

    private IEnumerable<SegmentCounts> Segments(int attribute) => _cells
        .GroupBy(cell => cell.Key.Values[attribute], cell => cell.Value)
        .OrderBy(value => value.Key, StringComparer.Ordinal)
        .Select(value => new SegmentCounts(attribute, value.Key, Together(value)));

    private CellCounts Together(IEnumerable<CellTally> cells)
    {
        var sum = new CellTally(_plan, _dimensionSlots);
        foreach (var cell in cells)
            sum.Merge(cell);
        return sum.ToCounts();
    }
}
