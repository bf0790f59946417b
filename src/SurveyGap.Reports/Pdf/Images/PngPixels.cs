using System.IO.Compression;

namespace SurveyGap.Reports.Pdf.Images;

/// <summary>From PNG's compressed, filtered and packed rows to samples of one byte.</summary>
internal static class PngPixels
{
    /// <summary>Reads as many bytes as the header promises and no more: a small file cannot unpack into a large one.</summary>
    public static byte[] Decode(PngHeader header, Stream compressed)
    {
        var rowLength = (header.Width * header.Channels * header.Depth + 7) / 8;
        var samples = new byte[header.Height * header.Width * header.Channels];
        byte[] filteredRow = new byte[1 + rowLength], row = new byte[rowLength], above = new byte[rowLength];
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        for (var y = 0; y < header.Height; y++)
        {
            ReadRow(zlib, filteredRow);
            filteredRow.AsSpan(1).CopyTo(row);
            Unfilter(filteredRow[0], row, above, header.Depth == 8 ? header.Channels : 1);
            Unpack(row, samples.AsSpan(y * header.Width * header.Channels, header.Width * header.Channels), header);
            (row, above) = (above, row);
        }
        return samples;
    }

    public static PdfImage LookUp(PngHeader header, byte[] samples, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency)
    {
        var colors = new byte[samples.Length * 3];
        var alpha = transparency.IsEmpty ? null : new byte[samples.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            int entry = samples[i];
            if (3 * entry + 3 > palette.Length) throw PngReader.Broken("a pixel has a colour that its palette lacks");
            palette.Slice(3 * entry, 3).CopyTo(colors.AsSpan(3 * i));
            if (alpha is not null) alpha[i] = entry < transparency.Length ? transparency[entry] : (byte)255;
        }
        return new PdfImage(header.Width, header.Height, isGray: false, colors, alpha);
    }

    public static PdfImage Split(PngHeader header, byte[] samples)
    {
        if (!header.HasAlpha) return new PdfImage(header.Width, header.Height, header.IsGray, samples);
        var channels = header.Channels - 1;
        var alpha = new byte[header.Width * header.Height];
        var colors = new byte[alpha.Length * channels];
        for (var i = 0; i < alpha.Length; i++)
        {
            var pixel = samples.AsSpan(i * (channels + 1), channels + 1);
            pixel[..channels].CopyTo(colors.AsSpan(i * channels));
            alpha[i] = pixel[channels];
        }
        return new PdfImage(header.Width, header.Height, header.IsGray, colors, alpha);
    }

    private static void ReadRow(ZLibStream zlib, byte[] row)
    {
        try
        {
            if (zlib.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length) throw PngReader.Broken("its pixels are cut off");
        }
        catch (IOException)
        {
            // Some kinds of damage are an error of the stream to .NET, and not of the data.
            throw PngReader.Broken("its pixels cannot be unpacked");
        }
    }

    private static void Unfilter(int filter, byte[] row, byte[] above, int pixel)
    {
        if (filter > 4) throw PngReader.Broken("its rows are filtered in an unknown way");
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < pixel ? 0 : row[i - pixel], up = above[i], corner = i < pixel ? 0 : above[i - pixel];
            row[i] = unchecked((byte)(row[i] + filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            }));
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner, toLeft = Math.Abs(guess - left), toUp = Math.Abs(guess - up), toCorner = Math.Abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static void Unpack(byte[] row, Span<byte> samples, PngHeader header)
    {
        if (header.Depth == 8)
        {
            row.CopyTo(samples);
            return;
        }
        int depth = header.Depth, highest = (1 << depth) - 1;
        // Grey is spread over 0 to 255; numbers of palette entries stay as they are.
        var factor = header.IsGray ? 255 / highest : 1;
        for (var x = 0; x < samples.Length; x++)
        {
            var bit = x * depth;
            samples[x] = (byte)(((row[bit / 8] >> (8 - depth - bit % 8)) & highest) * factor);
        }
    }
}
