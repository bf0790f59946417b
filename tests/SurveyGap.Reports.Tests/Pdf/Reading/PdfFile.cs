using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SurveyGap.Reports.Tests.Pdf.Reading;

/// <summary>Reads a file back from its cross reference stream: what the writer meant, from the bytes alone.</summary>
public sealed class PdfFile
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly Dictionary<int, (int Type, int Place, int Index)> places = [];
    private readonly Dictionary<int, object?> objects = [];
    private readonly Dictionary<int, List<object?>> packed = [];

    public PdfFile(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        var tail = Encoding.ASCII.GetString(bytes.Span[^64..]);
        var start = tail[(tail.IndexOf("startxref", StringComparison.Ordinal) + 9)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)[0];
        var table = (StreamValue)ReadAt(int.Parse(start, System.Globalization.CultureInfo.InvariantCulture))!;
        Trailer = table.Dictionary;
        ReadPlaces(Content(table));
    }

    public DictionaryValue Trailer { get; }

    public DictionaryValue Catalog => Trailer.Dictionary("Root")!;

    public IEnumerable<int> Numbers => places.Where(place => place.Value.Type != 0).Select(place => place.Key);

    public object? Read(int number)
    {
        if (objects.TryGetValue(number, out var known)) return known;
        if (!places.TryGetValue(number, out var place)) throw new InvalidDataException($"Object {number} is not in the file.");
        return objects[number] = place.Type switch
        {
            1 => ReadAt(place.Place),
            2 => Packed(place.Place)[place.Index],
            _ => throw new InvalidDataException($"Object {number} is free, but something refers to it."),
        };
    }

    public object? Resolve(object? value) => value is ReferenceValue reference ? Read(reference.Number) : value;

    /// <summary>A stream's content, uncompressed.</summary>
    public static byte[] Content(StreamValue stream)
    {
        if (stream.Dictionary.Name("Filter") is null or "DCTDecode") return stream.Raw.ToArray();
        using var zlib = new ZLibStream(new MemoryStream(stream.Raw.ToArray()), CompressionMode.Decompress);
        using var content = new MemoryStream();
        zlib.CopyTo(content);
        return stream.Dictionary.Dictionary("DecodeParms") is { } predictor
            ? AddUp(content.ToArray(), (int)predictor.Number("Columns"))
            : content.ToArray();
    }

    private void ReadPlaces(byte[] table)
    {
        for (var i = 0; 7 * i < table.Length; i++)
        {
            var row = table.AsSpan(7 * i, 7);
            places[i] = (row[0], BinaryPrimitives.ReadInt32BigEndian(row[1..]), BinaryPrimitives.ReadUInt16BigEndian(row[5..]));
        }
    }

    private object? ReadAt(int position)
    {
        var parser = new PdfParser(bytes, Resolve, position);
        _ = parser.Read();
        _ = parser.Read();
        parser.Expect("obj");
        var value = parser.Read();
        if (value is not DictionaryValue dictionary || !parser.Follows("stream")) return value;
        parser.Expect("stream\n");
        return new StreamValue(dictionary, bytes.Slice(parser.Position, (int)dictionary.Number("Length")));
    }

    private List<object?> Packed(int number)
    {
        if (packed.TryGetValue(number, out var known)) return known;
        var stream = (StreamValue)Read(number)!;
        var content = Content(stream);
        var index = new PdfParser(content, Resolve);
        var values = new List<object?>();
        for (var i = 0; i < stream.Dictionary.Number("N"); i++)
        {
            _ = index.Read();
            var offset = (int)(double)index.Read()! + (int)stream.Dictionary.Number("First");
            values.Add(new PdfParser(content, Resolve, offset).Read());
        }
        return packed[number] = values;
    }

    private static byte[] AddUp(byte[] rows, int columns)
    {
        var plain = new byte[rows.Length / (columns + 1) * columns];
        for (var i = 0; i < plain.Length; i++)
            plain[i] = unchecked((byte)(rows[i / columns * (columns + 1) + 1 + i % columns] + (i < columns ? 0 : plain[i - columns])));
        return plain;
    }
}
