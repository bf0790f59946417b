using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>A file of people in numbers, with its first lines: found in one pass, so that no line has to be kept.</summary>
public sealed class ImportFindings
{
    private const int Shown = 10;

    private readonly int[] _lines = new int[Enum.GetValues<RowState>().Length];
    private readonly List<PersonRow> _first = [];
    private readonly HashSet<Audience> _groups = [];

    private ImportFindings()
    {
    }

    /// <summary>Those that can be shown in columns.</summary>
    public IReadOnlyList<PersonRow> First => _first;

    public int Lines => _lines.Sum();

    /// <summary>The group of all new people; null if there are several, or none.</summary>
    public Audience? Group => _groups is { Count: 1 } ? _groups.Single() : null;

    public RareCombinations Rare { get; } = new();

    public static ImportFindings Of(IEnumerable<PersonRow> rows)
    {
        var findings = new ImportFindings();
        foreach (var row in rows)
            findings.Add(row);
        return findings;
    }

    /// <summary>How many lines end like this.</summary>
    public int Count(RowState state) => _lines[(int)state];

    private void Add(PersonRow row)
    {
        _lines[(int)row.State]++;
        if (_first.Count < Shown && row.Line.Cells.Count > 0)
            _first.Add(row);
        if (row.State != RowState.New)
            return;
        _groups.Add(row.Audience);
        Rare.Count(row);
    }
}
