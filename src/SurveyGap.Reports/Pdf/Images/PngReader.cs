using System.Buffers.Binary;

namespace SurveyGap.Reports.Pdf.Images;

/// <summary>Takes a PNG apart: its header, its palette and its compressed pixels. All other chunks are passed over.</summary>
internal static class PngReader
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static PdfImage Read(ReadOnlyMemory<byte> file)
    {
        var rest = file[Signature.Length..];
        var (type, chunk) = Chunk(ref rest);
        if (!type.Span.SequenceEqual("IHDR"u8)) throw Broken("it does not start with its header");
        var header = PngHeader.Read(chunk.Span);

        ReadOnlyMemory<byte> palette = default, transparency = default;
        using var compressed = new MemoryStream();
        for ((type, chunk) = Chunk(ref rest); !type.Span.SequenceEqual("IEND"u8); (type, chunk) = Chunk(ref rest))
        {
            if (type.Span.SequenceEqual("PLTE"u8)) palette = chunk;
            else if (type.Span.SequenceEqual("tRNS"u8)) transparency = chunk;
            else if (type.Span.SequenceEqual("IDAT"u8)) compressed.Write(chunk.Span);
        }
        compressed.Position = 0;
        var samples = PngPixels.Decode(header, compressed);
        return header.Color == PngColor.Palette
            ? PngPixels.LookUp(header, samples, palette.Span, transparency.Span)
            : PngPixels.Split(header, samples);
    }

    public static InvalidDataException Broken(string why) => new($"The PNG cannot be used: {why}.");

    private static (ReadOnlyMemory<byte> Type, ReadOnlyMemory<byte> Content) Chunk(ref ReadOnlyMemory<byte> rest)
    {
        const int LengthAndType = 8, Checksum = 4;
        if (rest.Length < LengthAndType + Checksum) throw Broken("it ends too early");
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
        if (length > rest.Length - LengthAndType - Checksum) throw Broken("it ends too early");
        var parts = (rest.Slice(4, 4), rest.Slice(LengthAndType, (int)length));
        rest = rest[(LengthAndType + (int)length + Checksum)..];
        return parts;
    }
}
