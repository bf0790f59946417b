using System.IO.Compression;
using System.Security.Cryptography;

namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>
/// The file's objects. Those without a stream are packed together into compressed object streams, and the cross
/// references into a stream as well (PDF 1.5): a tagged file has thousands of small objects.
/// </summary>
internal sealed class ObjectWriter : IDisposable
{
    // Readers unpack a whole object stream to see one object of it.
    private const int ObjectsAStream = 250;
    private readonly PdfBuffer output = new(1 << 17);
    private readonly PdfBuffer packed = new(1 << 14);
    private readonly MemoryStream compressed = new();
    private readonly List<(int Number, int Offset)> packedObjects = [];
    private readonly List<(byte Type, int Place, int Index)> places = [(0, 0, 0xFFFF)];

    // The four bytes beyond ASCII tell programs that transfer files that this one is binary.
    public ObjectWriter() => output.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    public Reference Reserve()
    {
        places.Add(default);
        return new Reference(places.Count - 1);
    }

    /// <summary>Starts an object, to be written into the result before the next object is started.</summary>
    public PdfBuffer Object(Reference reference)
    {
        if (packedObjects.Count == ObjectsAStream) FlushPacked();
        if (packed.Length > 0) packed.Write((byte)'\n');
        packedObjects.Add((reference.Number, packed.Length));
        return packed;
    }

    /// <summary>Writes a stream, compressed unless it is to be read by programs that know no PDF.</summary>
    public Reference Stream(string entries, ReadOnlySpan<byte> content, bool compress = true)
    {
        var reference = Reserve();
        Write(reference, entries, content, compress);
        return reference;
    }

    /// <summary>Ends the file.</summary>
    public byte[] Finish(Reference catalog, Reference information)
    {
        FlushPacked();
        var id = Convert.ToHexString(SHA256.HashData(output.Written).AsSpan(0, 16));
        var crossReferences = Reserve();
        var start = output.Length;
        places[crossReferences.Number] = (1, start, 0);
        Write(crossReferences,
            $"/Type/XRef/Size {places.Count}/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>" +
            $"/Root {catalog.Number} 0 R/Info {information.Number} 0 R/ID[<{id}><{id}>]",
            CrossReferences());
        output.Write($"startxref\n{start}\n%%EOF\n");
        return output.Written.ToArray();
    }

    public void Dispose()
    {
        output.Release();
        packed.Release();
        compressed.Dispose();
    }

    private void FlushPacked()
    {
        if (packedObjects.Count == 0) return;
        var index = new PdfBuffer(4096);
        var reference = Reserve();
        for (var i = 0; i < packedObjects.Count; i++)
        {
            var (number, offset) = packedObjects[i];
            index.Write($"{number} {offset} ");
            places[number] = (2, reference.Number, i);
        }
        var first = index.Length;
        index.Write(packed.Written);
        Write(reference, $"/Type/ObjStm/N {packedObjects.Count}/First {first}", index.Written);
        index.Release();
        packedObjects.Clear();
        packed.Clear();
    }

    private void Write(Reference reference, string entries, ReadOnlySpan<byte> content, bool compress = true)
    {
        if (compress) content = Compress(content);
        places[reference.Number] = (1, output.Length, 0);
        output.Write($"{reference.Number} 0 obj\n<<{entries}{(compress ? "/Filter/FlateDecode" : "")}/Length {content.Length}>>stream\n");
        output.Write(content);
        output.Write("\nendstream\nendobj\n");
    }

    private ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> content)
    {
        compressed.SetLength(0);
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    /// <summary>Rows of seven bytes, each as its difference from the row above: neighbours are alike.</summary>
    private byte[] CrossReferences()
    {
        const int Row = 7;
        var rows = new byte[(Row + 1) * places.Count];
        Span<byte> above = stackalloc byte[Row], current = stackalloc byte[Row];
        for (var i = 0; i < places.Count; i++)
        {
            var (type, place, index) = places[i];
            current[0] = type;
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(current[1..], place);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(current[5..], (ushort)index);
            const byte Up = 2;
            rows[i * (Row + 1)] = Up;
            for (var k = 0; k < Row; k++) rows[i * (Row + 1) + 1 + k] = unchecked((byte)(current[k] - above[k]));
            current.CopyTo(above);
        }
        return rows;
    }
}
