using System.Diagnostics;
using SurveyGap.Reports.Fonts;
using SurveyGap.Reports.Pdf.TrueType;

namespace SurveyGap.Reports.Tests.Pdf.TrueType;

public sealed class DamagedFontTests
{
    private static readonly byte[] Whole = ReadWhole();

    [Fact]
    public void A_font_that_is_cut_off_is_refused_wherever_it_ends()
    {
        for (var length = 0; length < Whole.Length; length += 997)
            Assert.Throws<InvalidDataException>(() => Parse(Whole[..length]));
    }

    [Fact]
    public void A_font_with_broken_bytes_is_read_or_refused_but_never_hangs()
    {
        var random = new Random(4);
        for (var round = 0; round < 150; round++)
        {
            var bytes = Whole.ToArray();
            for (var i = 0; i < 40; i++) bytes[Place(random)] = (byte)random.Next(256);
            var clock = Stopwatch.StartNew();
            try
            {
                var font = Parse(bytes);
                _ = font.Measure("Die Führung AV «1,4» ▲", 10);
            }
            catch (InvalidDataException)
            {
                // The one way in which it may say no.
            }
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"Round {round} took {clock.Elapsed}.");
        }

        // The tables that are walked through, headers before all.
        int Place(Random from) => from.Next(3) switch { 0 => from.Next(700), 1 => from.Next(15_000, 45_000), _ => from.Next(223_620, Whole.Length) };
    }

    [Fact]
    public void Other_files_are_refused_with_a_reason()
    {
        var error = Assert.Throws<InvalidDataException>(() => Parse("OTTO, a font with other outlines"u8.ToArray()));
        Assert.Contains("TrueType", error.Message, StringComparison.Ordinal);
    }

    private static TrueTypeFont Parse(byte[] bytes) => TrueTypeFont.Parse(new MemoryStream(bytes));

    private static byte[] ReadWhole()
    {
        using var file = typeof(SourceSans).Assembly.GetManifestResourceStream("SurveyGap.Reports.Fonts.SourceSans3_400Regular.ttf")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
