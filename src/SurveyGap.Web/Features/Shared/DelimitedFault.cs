namespace SurveyGap.Web.Features.Shared;

/// <summary>One thing that is wrong in a file, with its place as a spreadsheet shows it.</summary>
/// <param name="Line">Counted from 1, the header included; null if the whole file is meant.</param>
/// <param name="Column">Counted from 1; null if the whole line is meant.</param>
/// <param name="Name">The column's name in the header, where it has one.</param>
/// <param name="What">What is wrong and what to do.</param>
public sealed record DelimitedFault(int? Line, int? Column, string? Name, string What)
{
    /// <summary>For pages, which have words of their own in each language.</summary>
    public DelimitedProblem Problem { get; init; }

    /// <summary>The file as a whole.</summary>
    public static DelimitedFault TooLarge(DelimitedLimits limits) =>
        new(null, null, null, $"the file is larger than {limits.Bytes / (1 << 20)} MB; split it.") { Problem = DelimitedProblem.TooLarge };

    public override string ToString() => (Line, Column, Name) switch
    {
        (null, _, _) => What,
        (_, null, _) => $"line {Line}: {What}",
        (_, _, null or "") => $"line {Line}, column {Column} ({Letters(Column.Value)}): {What}",
        _ => $"line {Line}, column {Column} ({Letters(Column.Value)}, «{Name}»): {What}",
    };

    private static string Letters(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : Letters((column - 1) / 26) + Letters((column - 1) % 26 + 1);
}

/// <summary>Collects faults: the first ones in words, the rest as a number, since nobody mends a thousand lines one by one.</summary>
public sealed class DelimitedFaults(int told = 20)
{
    private readonly List<DelimitedFault> _first = [];

    public IReadOnlyList<DelimitedFault> First => _first;

    public int Count { get; private set; }

    public void Add(int? line, int? column, string? name, string what, DelimitedProblem problem = DelimitedProblem.Content) =>
        Add(new DelimitedFault(line, column, name, what) { Problem = problem });

    public void Add(DelimitedFault fault)
    {
        Count++;
        if (_first.Count < told)
            _first.Add(fault);
    }
}

/// <summary>What can be wrong with a file as such.</summary>
public enum DelimitedProblem
{
    /// <summary>What stands in a cell: whoever reads the table says more.</summary>
    Content,
    TooLarge,
    Workbook,
    NoText,
    Empty,
    TooManyRows,
    OpenQuote,
    TextAfterQuote,
    TooManyColumns,
    NamelessColumn,
    DoubleColumn,
    Ragged,
    LongCell,
}
