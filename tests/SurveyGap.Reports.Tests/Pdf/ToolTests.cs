namespace SurveyGap.Reports.Tests.Pdf;

/// <summary>What the programs say that the world reads PDFs with.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pdf").FullName;
    private readonly string file;

    public ToolTests()
    {
        file = Path.Combine(folder, "sample.pdf");
        File.WriteAllBytes(file, SampleDocument.Build());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Qpdf_finds_no_fault() =>
        Assert.Contains("No syntax or stream encoding errors found", Tool.Run("qpdf", "--check", file), StringComparison.Ordinal);

    [Fact]
    public void MuPdf_reads_and_draws_it()
    {
        Assert.Contains("Pages: 3", Tool.Run("mutool", "info", file), StringComparison.Ordinal);
        Tool.Run("mutool", "draw", "-q", "-N", "-o", Path.Combine(folder, "%d.png"), file);
    }

    [Fact]
    public void Ghostscript_draws_it() =>
        Assert.DoesNotContain("****", Tool.Run("gs", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", file), StringComparison.Ordinal);

    [Fact]
    public void Poppler_sees_a_tagged_document_with_its_title()
    {
        var lines = Tool.Run("pdfinfo", file).Split('\n').Select(line => line.Split(':', 2)).Where(line => line.Length == 2)
            .ToDictionary(line => line[0], line => line[1].Trim(), StringComparer.Ordinal);
        Assert.Equal(("yes", SampleDocument.Title, "Ana", "3"), (lines["Tagged"], lines["Title"], lines["Author"], lines["Pages"]));
    }

    [Fact]
    public void Poppler_sees_every_font_embedded_as_a_subset()
    {
        var fonts = Tool.Run("pdffonts", file).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.Equal(4, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+SourceSans3-\w+ +CID TrueType +Identity-H +yes yes yes ", font));
    }

    [Fact]
    public void The_text_is_read_as_it_was_written()
    {
        var text = Tool.Run("pdftotext", file, "-");
        // Laid out as lines, every space comes as a plain one; the structure keeps them apart (below).
        Assert.Contains(SampleDocument.Umlauts.Replace('\u202F', ' '), text, StringComparison.Ordinal);
        Assert.Contains("漢 😀 nicht in der Schrift, ä zusammengesetzt", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("Führung AV", StringComparison.Ordinal) < text.IndexOf("Tabelle 3", StringComparison.Ordinal));
    }

    [Fact]
    public void Poppler_reads_the_structure()
    {
        var structure = Tool.Run("pdfinfo", "-struct-text", file);
        Assert.Contains(SampleDocument.Umlauts, structure, StringComparison.Ordinal);
        Assert.Contains("Kundenzufriedenheit Ẵ ½\"\n      \"geht weiter.\"", structure, StringComparison.Ordinal);
        Assert.Contains("/Scope /Row\n          \"f2\"", structure, StringComparison.Ordinal);
    }

    [Fact]
    public void Attachments_come_out_as_they_went_in()
    {
        Tool.Run("pdfdetach", "-saveall", "-o", folder, file);
        Assert.Equal("frage;wert\nf1;3,4\n", File.ReadAllText(Path.Combine(folder, "figures.csv")));
        Assert.Equal("a", File.ReadAllText(Path.Combine(folder, "begleit brief.txt")));
    }
}
