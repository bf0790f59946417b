using System.Text;
using System.Text.Unicode;

namespace SurveyGap.Web.Features.Shared;

/// <summary>Finds out in which encoding a file was written: UTF-8 and UTF-16 with or without a mark, else Windows-1252, which old spreadsheets write.</summary>
internal static class DelimitedEncoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text as UTF-8; null if this is no text at all.</summary>
    public static ReadOnlyMemory<byte>? ToUtf8(ReadOnlyMemory<byte> bytes)
    {
        var (encoding, mark) = Detect(bytes.Span);
        var text = bytes[mark..];
        if (!encoding.Equals(Encoding.UTF8))
            text = Convert(text, encoding);
        return text.Span.Contains((byte)0) ? (ReadOnlyMemory<byte>?)null : text;
    }

    // Piece by piece: a large file is never in memory a third time, as characters.
    private static ReadOnlyMemory<byte> Convert(ReadOnlyMemory<byte> bytes, Encoding encoding)
    {
        using var utf8 = new MemoryStream(bytes.Length);
        using (var written = Encoding.CreateTranscodingStream(utf8, Encoding.UTF8, encoding, leaveOpen: true))
            written.Write(bytes.Span);
        return utf8.GetBuffer().AsMemory(0, (int)utf8.Length);
    }

    /// <summary>What the encoding is called, such as «UTF-8».</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes) => Detect(bytes).Encoding.WebName.ToUpperInvariant() switch
    {
        "WINDOWS-1252" => "Windows-1252",
        "UTF-16BE" => "UTF-16",
        var name => name,
    };

    /// <summary>A workbook is a ZIP archive: worth a message of its own, for it is the commonest mistake.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    private static (Encoding Encoding, int Mark) Detect(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        // A header is plain letters: in UTF-16 every other byte of it is zero.
        [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => (Utf8.IsValid(bytes) ? Encoding.UTF8 : Windows1252, 0),
    };
}
