using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SurveyGap.Reports.Pdf.Images;

/// <summary>PNG's colour types, by their numbers in the file.</summary>
internal enum PngColor
{
    Gray = 0,
    Rgb = 2,
    Palette = 3,
    GrayAlpha = 4,
    RgbAlpha = 6,
}

/// <summary>What a PNG says of its pixels; <see cref="Depth"/> is 8 bits a channel, or 1, 2 or 4 where there is only one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PngHeader(int Width, int Height, int Depth, PngColor Color)
{
    public bool IsGray => Color is PngColor.Gray or PngColor.GrayAlpha;

    public bool HasAlpha => Color is PngColor.GrayAlpha or PngColor.RgbAlpha;

    public int Channels => (IsGray || Color == PngColor.Palette ? 1 : 3) + (HasAlpha ? 1 : 0);

    public static PngHeader Read(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length != 13) throw PngReader.Broken("its header is cut off");
        long width = BinaryPrimitives.ReadUInt32BigEndian(chunk), height = BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]);
        PdfImage.CheckSize(width, height);
        var header = new PngHeader((int)width, (int)height, chunk[8], (PngColor)chunk[9]);
        if (!Enum.IsDefined(header.Color)) throw PngReader.Broken("its colours are of an unknown kind");
        if (header.Depth != 8 && !(header is { Depth: 1 or 2 or 4, Color: PngColor.Gray or PngColor.Palette }))
            throw PngReader.Broken("it has not 8 bits a channel");
        if (chunk[10] != 0 || chunk[11] != 0) throw PngReader.Broken("it is compressed in an unknown way");
        return chunk[12] == 0 ? header : throw PngReader.Broken("it is interlaced");
    }
}
