using System.Buffers.Binary;
using System.IO.Compression;

namespace SurveyGap.Reports.Tests.Pdf;

/// <summary>Small pictures to read and to paint.</summary>
internal static class Pictures
{
    /// <summary>8 × 8 pixels: a white square on green, baseline, three components.</summary>
    public static byte[] Jpeg => Convert.FromBase64String("""
        /9j/4AAQSkZJRgABAQEASABIAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT0
        9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIAAgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF
        BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmq
        KjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC
        AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqK
        mqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwCP/iQ/8It/1F/+B/3/APvn7v8AnNFFFM8aUr20P//Z
        """);

    /// <summary>A PNG whose bytes count upwards, each row with another filter; its checksums, which nobody reads, are zero.</summary>
    public static byte[] Png(int width, int height, int color, int depth = 8, int interlace = 0, byte[]? palette = null, byte[]? transparency = null)
    {
        var channels = color switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)color, (byte)interlace);

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR"u8, header);
        if (palette is not null) Chunk(file, "PLTE"u8, palette);
        if (transparency is not null) Chunk(file, "tRNS"u8, transparency);
        Chunk(file, "IDAT"u8, Pixels((width * channels * depth + 7) / 8, height));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Pixels(int rowLength, int height)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte((byte)(y % 5));
                for (var x = 0; x < rowLength; x++) zlib.WriteByte((byte)(16 * x + y));
            }
        }
        return compressed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        file.Write([0, 0, 0, 0]);
    }
}
