using System.Text;
using CsvHelper;

namespace SurveyGap.Web.Features.Shared;

/// <summary>A text file (CSV) with a header that can be read, row by row and as often as somebody asks: a large file is kept as its bytes alone.</summary>
public sealed class DelimitedText
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly DelimitedLimits _limits;

    private DelimitedText(ReadOnlyMemory<byte> text, DelimitedLimits limits, char delimiter, DelimitedRow header) =>
        (_text, _limits, Delimiter, Header) = (text, limits, delimiter, header);

    /// <summary>What separates the cells.</summary>
    public char Delimiter { get; }

    public DelimitedRow Header { get; }

    /// <summary>The text in these bytes; null, and faults in the list, if there is none, or no header to read it by.</summary>
    public static DelimitedText? Open(ReadOnlyMemory<byte> bytes, DelimitedLimits limits, DelimitedFaults faults)
    {
        if (bytes.Length > limits.Bytes)
            faults.Add(DelimitedFault.TooLarge(limits));
        else if (DelimitedEncoding.IsWorkbook(bytes.Span))
            faults.Add(null, null, null, "this is a spreadsheet; save it as CSV UTF-8 and bring that file.", DelimitedProblem.Workbook);
        else if (DelimitedEncoding.ToUtf8(bytes) is not { } text)
            faults.Add(null, null, null, "this is not a text file; save the table as CSV UTF-8.", DelimitedProblem.NoText);
        else if (text.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            faults.Add(null, null, null, "the file is empty; its first line should name the columns.", DelimitedProblem.Empty);
        else
            return OpenText(text, limits, faults);
        return null;
    }

    private static DelimitedText? OpenText(ReadOnlyMemory<byte> text, DelimitedLimits limits, DelimitedFaults faults)
    {
        var delimiter = DelimiterOf(text.Span, limits.Delimiters);
        using var reader = ReaderOf(text, delimiter, record => faults.Add(QuoteFault(record)));
        return reader.Read() && HeaderOf(reader, limits, faults) is { } header ? new DelimitedText(text, limits, delimiter, header) : null;
    }

    /// <summary>Goes through all of the text without taking a cell out of it: what speaks against the file as a whole, else where its last row begins.</summary>
    public DelimitedFault? Refusal(out int lastLine)
    {
        lastLine = Header.Line;
        DelimitedFault? openQuote = null;
        using var reader = ReaderOf(_text, Delimiter, record => openQuote ??= record.Reason == CsvMalformedReason.UnterminatedQuote ? QuoteFault(record) : null);
        while (reader.Read())
        {
            if (IsOneTooMany(reader))
                return TooManyRows(reader);
            lastLine = (int)reader.LineNumber;
        }

        return openQuote;
    }

    /// <summary>The rows below the header, each with what is wrong with it. One beyond the limit is the last.</summary>
    public IEnumerable<DelimitedRow> Rows()
    {
        List<DelimitedFault> quotes = [];
        using var reader = ReaderOf(_text, Delimiter, record => quotes.Add(QuoteFault(record)));
        reader.Read();
        quotes.Clear();
        while (reader.Read())
        {
            yield return IsOneTooMany(reader) ? new DelimitedRow((int)reader.LineNumber, []) { Faults = [TooManyRows(reader)] } : RowOf(reader, quotes);
            if (IsOneTooMany(reader))
                yield break;
            quotes.Clear();
        }
    }

    private bool IsOneTooMany(CsvReader reader) => reader.RowNumber - 1 > _limits.Rows;

    private DelimitedFault TooManyRows(CsvReader reader) =>
        new((int)reader.LineNumber, null, null, $"more than {_limits.Rows} rows; split the file.") { Problem = DelimitedProblem.TooManyRows };

    private static CsvReader ReaderOf(ReadOnlyMemory<byte> text, char delimiter, Action<CsvMalformedRecord> onBrokenQuote) => CsvReader.Create(text, new CsvReaderOptions
    {
        HasHeader = false,
        Separator = delimiter,
        TrackLineNumbers = true,
        // Ratings are the same few texts a million times.
        PoolStrings = true,
        // A quote inside of a plain cell is text, as in spreadsheets; the other two kinds would silently join or cut cells.
        OnMalformedRecord = record =>
        {
            if (record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote)
                onBrokenQuote(record);
        },
    });

    private static DelimitedFault QuoteFault(CsvMalformedRecord record) => record.Reason == CsvMalformedReason.UnterminatedQuote
        ? new((int)record.LineNumber, null, null, "a quote is opened in this line and never closed; close it, or double it if it belongs to the text.") { Problem = DelimitedProblem.OpenQuote }
        : new((int)record.LineNumber, null, null, "text follows a closing quote; a quote that belongs to the text has to be doubled.") { Problem = DelimitedProblem.TextAfterQuote };

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
        var header = new DelimitedRow((int)reader.LineNumber, [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetString(column).Trim())]);
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

    private DelimitedRow RowOf(CsvReader reader, List<DelimitedFault> quotes)
    {
        var line = (int)reader.LineNumber;
        List<DelimitedFault> faults = [.. quotes];
        if (reader.FieldCount != Header.Cells.Count)
        {
            var what = $"the line has {reader.FieldCount} columns, the header {Header.Cells.Count}; look for a missing or an extra delimiter.";
            faults.Add(new(line, Math.Min(reader.FieldCount, Header.Cells.Count) + 1, null, what) { Problem = DelimitedProblem.Ragged });
        }

        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            if (LengthPast(reader, i) is not { } length)
            {
                cells[i] = reader.GetString(i).Trim();
                continue;
            }

            var what = $"{length} characters; at most {_limits.CellLength} fit. Shorten the text.";
            faults.Add(new(line, i + 1, Header.Cells.ElementAtOrDefault(i), what) { Problem = DelimitedProblem.LongCell });
        }

        return faults.Count == 0 ? new DelimitedRow(line, cells) : new DelimitedRow(line, []) { Faults = faults };
    }

    // A cell may be as long as the file: it is measured where it lies, and made a text only if it fits.
    private int? LengthPast(CsvReader reader, int column)
    {
        var cell = reader.GetSpan(column);
        if (cell.Length <= _limits.CellLength)
            return null;
        var length = Encoding.UTF8.GetCharCount(cell.Trim(" \t\r\n"u8));
        return length > _limits.CellLength ? length : null;
    }
}
