using System.Buffers.Binary;
using System.IO.Compression;

namespace SurveyGap.Reports.Tests.Charts;

/// <summary>A picture in grey, read from a PNG of 8 bits without interlacing: what Chromium and poppler write.</summary>
internal sealed class Grey
{
    private readonly byte[] _pixels;

    private Grey(int width, int height, byte[] pixels) => (Width, Height, _pixels) = (width, height, pixels);

    public int Width { get; }

    public int Height { get; }

    public int this[int x, int y] => _pixels[(y * Width) + x];

    public static Grey Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
        var channels = bytes[25] switch { 0 => 1, 2 => 3, 6 => 4, _ => throw new InvalidDataException("A kind of PNG that is not expected here.") };
        using var rows = new ZLibStream(Data(bytes), CompressionMode.Decompress);
        var (before, row, pixels) = (new byte[width * channels], new byte[width * channels], new byte[width * height]);
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            Unfilter(filter, row, before, channels);
            for (var x = 0; x < width; x++)
                pixels[(y * width) + x] = channels == 1 ? row[x] : Luma(row.AsSpan(x * channels));
            (before, row) = (row, before);
        }

        return new Grey(width, height, pixels);
    }

    /// <summary>The upper left part of it.</summary>
    public Grey Cut(int width, int height)
    {
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
            Array.Copy(_pixels, y * Width, pixels, y * width, width);
        return new Grey(width, height, pixels);
    }

    private static MemoryStream Data(byte[] bytes)
    {
        var data = new MemoryStream();
        for (var at = 8; at < bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            if (bytes.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                data.Write(bytes, at + 8, length);
            at += length + 12;
        }

        data.Position = 0;
        return data;
    }

    // ISO/IEC 15948, 9.2.
    private static void Unfilter(int filter, byte[] row, byte[] before, int channels)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < channels ? 0 : row[i - channels], up = before[i], corner = i < channels ? 0 : before[i - channels];
            row[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static byte Luma(ReadOnlySpan<byte> pixel) => (byte)(((pixel[0] * 299) + (pixel[1] * 587) + (pixel[2] * 114)) / 1000);
}
