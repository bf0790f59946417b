using CsvHelper;

namespace SurveyGap.Web.Features.Shared;

/// <summary>A table from a text file (CSV): header and rows of the same width, cells trimmed.</summary>
public sealed record DelimitedTable(DelimitedRow Header, IReadOnlyList<DelimitedRow> Rows)
{
    /// <summary>What separates the cells.</summary>
    public char Delimiter { get; private init; }


    /// <summary>Reads the whole table. Faults are added to the list; null if there are any that leave no table.</summary>
    public static async Task<DelimitedTable?> Read(Stream file, DelimitedLimits limits, DelimitedFaults faults) =>
        Read(await ReadPast(file, limits.Bytes), limits, faults);

    /// <summary>The same for a file that is in memory already.</summary>
    public static DelimitedTable? Read(ReadOnlyMemory<byte> bytes, DelimitedLimits limits, DelimitedFaults faults)
    {
        if (bytes.Length > limits.Bytes)
            faults.Add(null, null, null, $"the file is larger than {limits.Bytes / (1 << 20)} MB; split it.", DelimitedProblem.TooLarge);
        else if (DelimitedEncoding.IsWorkbook(bytes.Span))
            faults.Add(null, null, null, "this is a spreadsheet; save it as CSV UTF-8 and bring that file.", DelimitedProblem.Workbook);
        else if (DelimitedEncoding.ToUtf8(bytes) is not { } text)
            faults.Add(null, null, null, "this is not a text file; save the table as CSV UTF-8.", DelimitedProblem.NoText);
        else if (text.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            faults.Add(null, null, null, "the file is empty; its first line should name the columns.", DelimitedProblem.Empty);
        else
            return Parse(text, limits, faults);
        return null;
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

    private static DelimitedTable? Parse(ReadOnlyMemory<byte> text, DelimitedLimits limits, DelimitedFaults faults)
    {
        var delimiter = DelimiterOf(text.Span, limits.Delimiters);
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = delimiter,
            TrackLineNumbers = true,
            // Ratings are the same few texts a million times.
            PoolStrings = true,
            OnMalformedRecord = record => TellQuote(record, faults),
        });

        if (!reader.Read() || HeaderOf(reader, limits, faults) is not { } header)
            return null;

        List<DelimitedRow> rows = [];
        while (reader.Read())
        {
            if (reader.RowNumber - 1 > limits.Rows)
            {
                faults.Add((int)reader.LineNumber, null, null, $"more than {limits.Rows} rows; split the file.", DelimitedProblem.TooManyRows);
                return null;
            }

            if (RowOf(reader, header, limits, faults) is { } row)
                rows.Add(row);
        }

        return new DelimitedTable(header, rows) { Delimiter = delimiter };
    }

    // A quote inside of a plain cell is text, as in spreadsheets; the other two kinds would silently join or cut cells.
    private static void TellQuote(CsvMalformedRecord record, DelimitedFaults faults)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
            faults.Add((int)record.LineNumber, null, null, "a quote is opened in this line and never closed; close it, or double it if it belongs to the text.", DelimitedProblem.OpenQuote);
        else if (record.Reason == CsvMalformedReason.TextAfterClosingQuote)
            faults.Add((int)record.LineNumber, null, null, "text follows a closing quote; a quote that belongs to the text has to be doubled.", DelimitedProblem.TextAfterQuote);
    }

    private static char DelimiterOf(ReadOnlySpan<byte> text, string delimiters)
    {
        var header = text.TrimStart("\r\n"u8);
        header = header[..(header.IndexOfAny("\r\n"u8) is var end and >= 0 ? end : header.Length)];
        var best = delimiters[0];
        foreach (var delimiter in delimiters)
        {
            if (header.Count((byte)delimiter) > header.Count((byte)best))
                best = delimiter;
        }

        return best;
    }

    private static DelimitedRow? HeaderOf(CsvReader reader, DelimitedLimits limits, DelimitedFaults faults)
    {
        var header = Row(reader);
        var before = faults.Count;
        if (header.Cells.Count > limits.Columns)
            faults.Add(header.Line, null, null, $"{header.Cells.Count} columns; at most {limits.Columns} are read.", DelimitedProblem.TooManyColumns);

        Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Cells.Count; i++)
        {
            var name = header.Cells[i];
            if (!PlainText.IsVisible(name))
                faults.Add(header.Line, i + 1, null, "the column has no name; name it, or delete the column.", DelimitedProblem.NamelessColumn);
            else if (!seen.TryAdd(name, i))
                faults.Add(header.Line, i + 1, name, $"this header stands here twice, first in column {seen[name] + 1}; delete or rename one of the two.", DelimitedProblem.DoubleColumn);
        }

        return faults.Count == before ? header : null;
    }

    private static DelimitedRow? RowOf(CsvReader reader, DelimitedRow header, DelimitedLimits limits, DelimitedFaults faults)
    {
        var row = Row(reader);
        var before = faults.Count;
        if (row.Cells.Count != header.Cells.Count)
            faults.Add(row.Line, Math.Min(row.Cells.Count, header.Cells.Count) + 1, null,
                $"the line has {row.Cells.Count} columns, the header {header.Cells.Count}; look for a missing or an extra delimiter.", DelimitedProblem.Ragged);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i].Length > limits.CellLength)
                faults.Add(row.Line, i + 1, header.Cells.ElementAtOrDefault(i), $"{row.Cells[i].Length} characters; at most {limits.CellLength} fit. Shorten the text.", DelimitedProblem.LongCell);
        }

        return faults.Count == before ? row : null;
    }

    private static DelimitedRow Row(CsvReader reader) =>
        new((int)reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetString(column).Trim())]);
}

/// <param name="Line">Where the row begins, counted from 1.</param>
/// <param name="Cells">Trimmed; empty where nothing stands.</param>
public sealed record DelimitedRow(int Line, IReadOnlyList<string> Cells);

/// <summary>How much is read, and which delimiters may separate it: the one that stands in the header most often is taken.</summary>
public sealed record DelimitedLimits(int Bytes, int Rows, int Columns, int CellLength, string Delimiters);
