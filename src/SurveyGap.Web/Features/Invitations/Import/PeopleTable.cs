using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>A pasted or uploaded table of people, before anybody says what its columns mean.</summary>
/// <param name="Headers">Names of the columns.</param>
/// <param name="HasHeader">Whether the first line named them; a list of addresses alone does not.</param>
/// <param name="Rows">Read anew each time somebody goes through them: of a large file nothing but its bytes is kept.</param>
/// <param name="Faults">Why the table as a whole cannot be read; a row has its own.</param>
public sealed record PeopleTable(IReadOnlyList<string> Headers, bool HasHeader, IEnumerable<DelimitedRow> Rows, IReadOnlyList<DelimitedFault> Faults)
{
    public const int MostBytes = 32 << 20;
    public const int MostRows = 200_000;

    private static readonly DelimitedLimits Limits = new(MostBytes, MostRows, Columns: 100, CellLength: 1000, Delimiters: ";,\t|");

    public char Delimiter { get; private init; }

    /// <summary>In which the file was written.</summary>
    public string Encoding { get; private init; } = "";

    /// <summary>Where the last row begins, counted from 1.</summary>
    public int LastLine { get; private init; }

    /// <summary>Whether anything could be read at all.</summary>
    public bool IsReadable => Headers.Count > 0;

    /// <summary>What is said of a file that is larger than is read.</summary>
    public static PeopleTable TooLarge { get; } = Unreadable([DelimitedFault.TooLarge(Limits)]);

    public static PeopleTable Read(byte[] file)
    {
        var faults = new DelimitedFaults();
        if (DelimitedText.Open(file, Limits, faults) is not { } text)
            return Unreadable(faults.First);
        // A quote that is never closed swallows the rest of the file: half of the people would be missing without a word.
        if (text.Refusal(out var lastLine) is { } refusal)
            return Unreadable([refusal]);

        var header = text.Header;
        var hasHeader = !header.Cells.Any(cell => cell.Contains('@', StringComparison.Ordinal));
        return new PeopleTable(
            hasHeader ? header.Cells : [.. header.Cells.Select((_, column) => $"{column + 1}")],
            hasHeader,
            hasHeader ? text.Rows() : text.Rows().Prepend(header),
            [])
        {
            Delimiter = text.Delimiter,
            Encoding = DelimitedEncoding.NameOf(file),
            LastLine = lastLine,
        };
    }

    private static PeopleTable Unreadable(IReadOnlyList<DelimitedFault> why) => new([], HasHeader: false, [], why);
}
