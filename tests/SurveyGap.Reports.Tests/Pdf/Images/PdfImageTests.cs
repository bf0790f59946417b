using System.Diagnostics;
using SurveyGap.Reports.Pdf;
using SurveyGap.Reports.Pdf.Images;

namespace SurveyGap.Reports.Tests.Pdf.Images;

public sealed class PdfImageTests
{
    private static readonly byte[] Palette = [.. Enumerable.Range(0, 256).SelectMany(i => new[] { (byte)i, (byte)(255 - i), (byte)7 })];

    [Theory]
    [InlineData(0, 8)]
    [InlineData(2, 8)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(6, 8)]
    [InlineData(0, 1)]
    [InlineData(0, 4)]
    [InlineData(3, 2)]
    public void A_png_is_read_in_all_its_colours(int color, int depth)
    {
        var image = PdfImage.Read(Pictures.Png(7, 11, color, depth, palette: Palette));
        Assert.Equal((7, 11), (image.Width, image.Height));
    }

    [Fact]
    public void A_png_and_a_jpeg_are_drawn_as_MuPdf_draws_the_files_themselves()
    {
        var folder = Directory.CreateTempSubdirectory("pdf").FullName;
        try
        {
            foreach (var (color, depth) in ((int, int)[])[(0, 8), (2, 8), (3, 8), (4, 8), (6, 8), (3, 4), (0, 2)])
                AssertSamePixels(folder, Pictures.Png(12, 10, color, depth, palette: Palette), "png", resolution: "96");
            AssertSamePixels(folder, Pictures.Jpeg, "jpg", resolution: "72");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(8, 0, 1, "interlaced")]
    [InlineData(16, 2, 0, "8 bits")]
    [InlineData(8, 5, 0, "unknown kind")]
    public void A_png_beyond_the_few_kinds_is_refused_with_the_reason(int depth, int color, int interlace, string reason) =>
        AssertRefused(Pictures.Png(4, 4, color, depth, interlace), reason);

    [Theory]
    [InlineData(5_000_000, 1)]
    [InlineData(65_535, 65_535)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(0, 5)]
    [InlineData(-1, 5)]
    public void A_picture_of_absurd_size_is_refused_before_memory_is_taken(int width, int height)
    {
        var file = Pictures.Png(4, 4, 2);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
        AssertRefused(file, "pixels");
    }

    [Fact]
    public void A_pixel_without_its_palette_entry_is_refused() =>
        AssertRefused(Pictures.Png(20, 4, 3, palette: [1, 2, 3]), "palette");

    [Fact]
    public void What_a_camera_wrote_about_place_and_owner_stays_behind()
    {
        var secret = "GPS 47.05 8.31"u8.ToArray();
        byte[] segment = [0xFF, 0xE1, 0, (byte)(secret.Length + 2), .. secret];
        var image = PdfImage.Read((byte[])[.. Pictures.Jpeg[..2], .. segment, .. Pictures.Jpeg[2..], .. secret]);
        Assert.Equal(-1, OnAPage(image).AsSpan().IndexOf(secret));
    }

    [Fact]
    public void Other_files_are_refused() => AssertRefused("<svg/>"u8.ToArray(), "neither PNG nor JPEG");

    [Fact]
    public void A_cut_picture_is_refused_wherever_it_ends()
    {
        foreach (var whole in (byte[][])[Pictures.Png(9, 9, 6), Pictures.Jpeg])
            for (var length = 0; length < whole.Length; length++)
                Assert.Throws<InvalidDataException>(() => PdfImage.Read(whole.AsMemory(0, length)));
    }

    [Fact]
    public void A_broken_picture_is_read_or_refused_but_never_hangs()
    {
        var random = new Random(3);
        foreach (var whole in (byte[][])[Pictures.Png(9, 9, 6), Pictures.Png(9, 9, 3, palette: Palette), Pictures.Jpeg])
        {
            for (var round = 0; round < 3000; round++)
            {
                var bytes = whole.ToArray();
                for (var i = 0; i < 3; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                var clock = Stopwatch.StartNew();
                try
                {
                    _ = PdfImage.Read(bytes);
                }
                catch (InvalidDataException)
                {
                    // The one way in which it may say no.
                }
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
            }
        }
    }

    private static void AssertRefused(byte[] file, string reason)
    {
        var error = Assert.Throws<InvalidDataException>(() => PdfImage.Read(file));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static void AssertSamePixels(string folder, byte[] file, string kind, string resolution)
    {
        string source = Path.Combine(folder, $"picture.{kind}"), pdf = Path.Combine(folder, "picture.pdf");
        File.WriteAllBytes(source, file);
        File.WriteAllBytes(pdf, OnAPage(PdfImage.Read(file)));
        Tool.Run("mutool", "draw", "-q", "-N", "-r", resolution, "-A", "0", "-o", Path.Combine(folder, "file.ppm"), source);
        Tool.Run("mutool", "draw", "-q", "-N", "-r", "72", "-A", "0", "-o", Path.Combine(folder, "page.ppm"), pdf);
        byte[] expected = File.ReadAllBytes(Path.Combine(folder, "file.ppm")), actual = File.ReadAllBytes(Path.Combine(folder, "page.ppm"));
        Assert.Equal(expected.Length, actual.Length);
        // Blending alpha rounds once more on the page.
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second - pair.First, -1, 1));
    }

    private static byte[] OnAPage(PdfImage image)
    {
        var document = new PdfDocument(new PdfMetadata { Title = "Bild", Language = "de", CreatedAt = DateTimeOffset.UnixEpoch });
        var page = document.AddPage(image.Width, image.Height);
        page.Artifact(() => page.Image(image, 0, 0, image.Width, image.Height));
        return document.ToArray();
    }
}
