using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>A pasted or uploaded table of people, before anybody says what its columns mean.</summary>
/// <param name="Headers">Names of the columns.</param>
/// <param name="HasHeader">Whether the first line named them; a list of addresses alone does not.</param>
/// <param name="Faults">Lines that cannot be read, or why the whole table cannot.</param>
public sealed record PeopleTable(IReadOnlyList<string> Headers, bool HasHeader, IReadOnlyList<DelimitedRow> Rows, IReadOnlyList<DelimitedFault> Faults)
{
    public const int MostBytes = 32 << 20;
    public const int MostRows = 200_000;

    private static readonly DelimitedLimits Limits = new(MostBytes, MostRows, Columns: 100, CellLength: 1000, Delimiters: ";,\t|");

    public char Delimiter { get; private init; }

    /// <summary>In which the file was written.</summary>
    public string Encoding { get; private init; } = "";

    /// <summary>Whether anything could be read at all.</summary>
    public bool IsReadable => Headers.Count > 0;

    public static PeopleTable Read(byte[] file)
    {
        var faults = new DelimitedFaults(told: MostRows);
        // A quote that is never closed swallows the rest of the file: half of the people would be missing without a word.
        if (DelimitedTable.Read(file, Limits, faults) is not { } table || faults.First.Any(fault => fault.Problem == DelimitedProblem.OpenQuote))
            return new PeopleTable([], HasHeader: false, [], faults.First);

        var hasHeader = !table.Header.Cells.Any(cell => cell.Contains('@', StringComparison.Ordinal));
        return new PeopleTable(
            hasHeader ? table.Header.Cells : [.. table.Header.Cells.Select((_, column) => $"{column + 1}")],
            hasHeader,
            hasHeader ? table.Rows : [table.Header, .. table.Rows],
            faults.First)
        {
            Delimiter = table.Delimiter,
            Encoding = DelimitedEncoding.NameOf(file),
        };
    }
}
