using System.Buffers.Binary;

namespace SurveyGap.Reports.Pdf.Images;

/// <summary>Passes a JPEG on as it is, after a look at its segments; comments and camera data are left out.</summary>
internal static class JpegReader
{
    private const byte EndOfImage = 0xD9, StartOfScan = 0xDA, AdobeColors = 0xEE;

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    public static PdfImage Read(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file[..2]);
        (int Width, int Height, bool IsGray)? frame = null;
        var at = 2;
        while (true)
        {
            var marker = Marker(file, ref at);
            if (marker == EndOfImage) break;
            var segment = Segment(file, at);
            if (IsFrame(marker)) frame = frame is null ? ReadFrame(marker, segment) : throw Broken("it has two frames");
            at += segment.Length;
            if (marker == StartOfScan)
            {
                if (frame is null) throw Broken("its pixels come before its size");
                var scan = Scan(file[at..]);
                Keep(kept, marker, segment);
                kept.Write(scan);
                at += scan.Length;
            }
            else if (marker is < 0xE0 or > 0xEF and not 0xFE or AdobeColors) Keep(kept, marker, segment);
        }
        kept.Write([0xFF, EndOfImage]);
        return frame is var (width, height, isGray)
            ? new PdfImage(width, height, isGray, kept.ToArray(), isJpeg: true)
            : throw Broken("it has no pixels");
    }

    private static byte Marker(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF) throw Broken("a segment does not start where it should");
        while (at < file.Length && file[at] == 0xFF) at++;
        if (at >= file.Length) throw Broken("it ends too early");
        var marker = file[at++];
        return marker >= 0xC0 && marker is not (0xD8 or (>= 0xD0 and <= 0xD7)) ? marker : throw Broken("it holds an unknown segment");
    }

    private static ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> file, int at)
    {
        if (at + 2 > file.Length) throw Broken("it ends too early");
        var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
        if (length < 2 || length > file.Length - at) throw Broken("it ends too early");
        return file.Slice(at, length);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    private static (int Width, int Height, bool IsGray) ReadFrame(byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker > 0xC2) throw Broken("it is neither baseline nor progressive");
        if (segment.Length < 8) throw Broken("its frame is cut off");
        int height = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), width = BinaryPrimitives.ReadUInt16BigEndian(segment[5..]);
        PdfImage.CheckSize(width, height);
        var components = segment[7];
        if (segment[2] != 8 || components is not (1 or 3)) throw Broken("it is not in 8-bit grey or colour (CMYK is not read)");
        if (segment.Length != 8 + 3 * components) throw Broken("its frame is cut off");
        return (width, height, components == 1);
    }

    /// <summary>Compressed pixels end at the first marker that is neither a stuffed zero nor a restart.</summary>
    private static ReadOnlySpan<byte> Scan(ReadOnlySpan<byte> data)
    {
        for (var at = 0; at + 1 < data.Length; at++)
            if (data[at] == 0xFF && data[at + 1] is not (0 or (>= 0xD0 and <= 0xD7) or 0xFF)) return data[..at];
        throw Broken("its pixels are cut off");
    }

    private static void Keep(MemoryStream kept, byte marker, ReadOnlySpan<byte> segment)
    {
        kept.Write([0xFF, marker]);
        kept.Write(segment);
    }

    private static InvalidDataException Broken(string why) => new($"The JPEG cannot be used: {why}.");
}
