using System.Globalization;
using CsvHelper;

namespace SurveyGap.Web.Features.Shared;

/// <summary>
/// The writer of every CSV: commas, decimal points, a byte order mark by which spreadsheets know umlauts, and the
/// <see cref="FormulaGuard"/> before each text. What is long goes out in pieces: see <see cref="Take"/>.
/// </summary>
internal sealed class GuardedCsv : IDisposable
{
    private static readonly CsvWriterOptions WithMark = new() { WriteByteOrderMark = true };

    private readonly MemoryStream _written = new();
    private readonly CsvWriter _csv;

    /// <param name="heads">The one line of heads.</param>
    public GuardedCsv(IEnumerable<string> heads)
    {
        _csv = CsvWriter.Create(_written, WithMark, leaveOpen: true);
        Row(heads);
    }

    public void Text(string? text) => _csv.WriteField(FormulaGuard.Of(text ?? ""));

    public void Number(double number, int decimals) => _csv.WriteField(number, decimals == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);

    public void EndRow() => _csv.EndRecord();

    /// <summary>A row of texts.</summary>
    public void Row(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
            Text(text);
        EndRow();
    }

    /// <summary>What was written since the last call, and forgets it.</summary>
    public byte[] Take()
    {
        _csv.Flush();
        var written = _written.ToArray();
        _written.SetLength(0);
        return written;
    }

    public void Dispose()
    {
        _csv.Dispose();
        _written.Dispose();
    }
}
