namespace SurveyGap.Reports.Pdf.Images;

/// <summary>A picture that can be painted: JPEG or PNG. Immutable; one instance painted twice is stored once.</summary>
public sealed class PdfImage
{
    internal const int MaximumBytes = 4 << 20;
    internal const int MaximumPixels = 4 << 20;

    internal PdfImage(int width, int height, bool isGray, byte[] samples, byte[]? alpha = null, bool isJpeg = false) =>
        (Width, Height, IsGray, Samples, Alpha, IsJpeg) = (width, height, isGray, samples, alpha, isJpeg);

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    internal bool IsGray { get; }
    internal byte[] Samples { get; }
    internal byte[]? Alpha { get; }
    internal bool IsJpeg { get; }

    /// <summary>
    /// Reads a picture from somebody we do not know. Of a PNG the pixels are taken, of a JPEG the parts that a decoder needs:
    /// where and by whom a photograph was taken does not travel on.
    /// </summary>
    /// <param name="file">A PNG (8 bits or a palette, not interlaced) or a JPEG (grey or colour, not CMYK), at most 4 MB and 4 million pixels.</param>
    /// <exception cref="InvalidDataException">It is something else, too large or damaged; the message says what.</exception>
    public static PdfImage Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MaximumBytes) throw new InvalidDataException("The picture is larger than 4 MB.");
        if (file.Span.StartsWith(PngReader.Signature)) return PngReader.Read(file);
        if (file.Span.StartsWith(JpegReader.Signature)) return JpegReader.Read(file.Span);
        throw new InvalidDataException("The picture is neither PNG nor JPEG.");
    }

    internal static void CheckSize(long width, long height)
    {
        if (width < 1 || height < 1 || width > MaximumPixels || height > MaximumPixels || width * height > MaximumPixels)
            throw new InvalidDataException($"The picture has {width} × {height} pixels; up to 4 million in all are possible.");
    }
}
