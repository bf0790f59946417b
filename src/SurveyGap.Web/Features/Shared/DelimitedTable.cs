namespace SurveyGap.Web.Features.Shared;

/// <summary>A table from a text file (CSV): header and rows of the same width, cells trimmed.</summary>
public sealed record DelimitedTable(DelimitedRow Header, IReadOnlyList<DelimitedRow> Rows)
{
    /// <summary>Reads the whole table. Faults are added to the list; null if there are any that leave no table.</summary>
    public static async Task<DelimitedTable?> Read(Stream file, DelimitedLimits limits, DelimitedFaults faults)
    {
        if (DelimitedText.Open(await ReadPast(file, limits.Bytes), limits, faults) is not { } text)
            return null;

        List<DelimitedRow> rows = [];
        foreach (var row in text.Rows())
        {
            foreach (var fault in row.Faults)
                faults.Add(fault);
            if (row.Faults.Count == 0)
                rows.Add(row);
            else if (row.Faults.Any(fault => fault.Problem == DelimitedProblem.TooManyRows))
                return null;
        }

        return new DelimitedTable(text.Header, rows);
    }

    // What is longer than the limit is read no further than to know it.
    private static async Task<ReadOnlyMemory<byte>> ReadPast(Stream file, int limit)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; memory.Length <= limit && (count = await file.ReadAsync(buffer)) > 0;)
            memory.Write(buffer, 0, count);
        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }
}

/// <param name="Line">Where the row begins, counted from 1.</param>
/// <param name="Cells">Trimmed; empty where nothing stands.</param>
public sealed record DelimitedRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Why the row cannot be taken as it stands.</summary>
    public IReadOnlyList<DelimitedFault> Faults { get; init; } = [];
}

/// <summary>How much is read, and which delimiters may separate it: the one that stands in the header most often is taken.</summary>
public sealed record DelimitedLimits(int Bytes, int Rows, int Columns, int CellLength, string Delimiters);
