using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SurveyGap.Reports.Fonts;
using SurveyGap.Reports.Pdf;
using SurveyGap.Reports.Pdf.Images;
using SurveyGap.Reports.Tests.Pdf.Reading;

namespace SurveyGap.Reports.Tests.Pdf;

public sealed class PdfDocumentTests
{
    private static readonly TaggedPdf Sample = new(SampleDocument.Build());

    [Fact]
    public void The_sample_is_accessible() => Accessibility.Check(Sample);

    [Fact]
    public void The_structure_reads_in_the_order_in_which_it_was_built()
    {
        var section = Sample.Root.Children[0];
        Assert.Equal(["H1", "P", "L", "TOC", "P", "Note"], section.Children.Select(node => node.Type));
        Assert.Equal(["Sect", "Figure", "Table"], Sample.Root.Children.Select(node => node.Type));
        Assert.EndsWith("½geht weiter.", section.Children[1].Text, StringComparison.Ordinal);
        Assert.Equal("FrageWertf13,4f22,6", string.Concat(Sample.Root.Children[2].All("TR").Select(row => row.Text)));
    }

    [Fact]
    public void A_line_is_as_wide_as_it_was_measured()
    {
        var line = Sample.Pages[0].Lines.Single(l => l.Text.StartsWith("Die Führung", StringComparison.Ordinal));
        Assert.Equal((54.0, 230.0), (Math.Round(line.X, 2), Math.Round(line.Baseline, 2)));
        Assert.Equal(54 + SourceSans.Regular.Measure(SampleDocument.Umlauts + " ", 9.4), line.Right, 0.02);
    }

    [Theory]
    [InlineData("de-CH", "Europe/Zurich")]
    [InlineData("ar-SA", "Pacific/Kiritimati")]
    [InlineData("sv-SE", "America/St_Johns")]
    public void The_bytes_are_the_same_in_every_culture_and_time_zone(string culture, string zone)
    {
        var (here, home) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        var expected = SampleDocument.Build();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            MoveTo(zone);
            Assert.Equal(zone, TimeZoneInfo.Local.Id);
            Assert.Equal(expected, SampleDocument.Build());
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
            MoveTo(home);
        }
    }

    [Fact]
    public void A_document_can_be_written_twice()
    {
        var document = SampleDocument.Compose();
        Assert.Equal(document.ToArray(), document.ToArray());
    }

    [Fact]
    public void Links_lead_to_a_place_or_to_an_address()
    {
        var links = Sample.PageDictionary(Sample.PageNumbers[0]).Array("Annots").Cast<DictionaryValue>().ToList();
        Assert.Equal([Sample.PageNumbers[2]], links[0].References("Dest"));
        Assert.Equal("https://example.org/a(b)?c=%C3%BC", links[1].Dictionary("A")!.Text("URI"));
        Assert.Equal([54.0, 841.89 - 314, 114, 841.89 - 300], links[0].Array("Rect").Cast<double>());
    }

    [Fact]
    public void Bookmarks_form_a_tree()
    {
        var outlines = Sample.File.Catalog.Dictionary("Outlines")!;
        var first = outlines.Dictionary("First")!;
        Assert.Equal("Erste Seite", first.Text("Title"));
        Assert.Equal("Überblick", first.Dictionary("First")!.Text("Title"));
        Assert.Equal("Tabelle", first.Dictionary("Next")!.Text("Title"));
        Assert.Equal(outlines.ReferenceTo("Last"), first.ReferenceTo("Next"));
    }

    [Fact]
    public void Times_are_written_in_utc() =>
        Assert.Equal("D:20260328233000Z", Sample.File.Trailer.Dictionary("Info")!.Text("CreationDate"));

    [Fact]
    public void Metadata_stays_well_formed_whatever_the_title()
    {
        const string Title = "A\u0001 & <B\u00AD> 😀\uD800 (c\\";
        var document = new PdfDocument(new PdfMetadata { Title = Title, Language = "de", CreatedAt = DateTimeOffset.UnixEpoch });
        document.AddPage(100, 100);
        var file = new TaggedPdf(document.ToArray()).File;
        var xmp = XDocument.Parse(Encoding.UTF8.GetString(PdfFile.Content((StreamValue)file.Catalog["Metadata"]!)));
        Assert.Equal("A & <B> 😀 (c\\", xmp.Descendants().Single(e => e.Name.LocalName == "title").Value);
        Assert.Equal("A\u0001 & <B> 😀\uFFFD (c\\", file.Trailer.Dictionary("Info")!.Text("Title"));
    }

    [Fact]
    public void Painting_outside_of_marked_content_is_refused()
    {
        var page = Document().AddPage(100, 100);
        Assert.Throws<InvalidOperationException>(() => page.Fill(PdfPath.Rectangle(0, 0, 1, 1), PdfColor.Black));
        Assert.Throws<InvalidOperationException>(() => page.Text(SourceSans.Regular, 9, PdfColor.Black, 0, 0, "a"));
        Assert.Throws<InvalidOperationException>(() => page.Image(PdfImage.Read(Pictures.Jpeg), 0, 0, 1, 1));
    }

    [Fact]
    public void Marked_content_does_not_nest_and_restores_its_graphics_state()
    {
        var page = Document().AddPage(100, 100);
        Assert.Throws<InvalidOperationException>(() => page.Artifact(() => page.Artifact(() => { })));
        var other = Document().AddPage(100, 100);
        Assert.Throws<InvalidOperationException>(() => other.Artifact(other.Save));
    }

    [Fact]
    public void A_figure_without_alternative_text_is_refused()
    {
        var document = Document();
        document.AddPage(100, 100);
        document.Structure.Add(StructureType.Figure);
        Assert.Throws<InvalidOperationException>(document.ToArray);
    }

    [Fact]
    public void A_header_cell_without_scope_is_refused()
    {
        var document = Document();
        document.AddPage(100, 100);
        document.Structure.Add(StructureType.Table).Add(StructureType.TR).Add(StructureType.TH);
        Assert.Throws<InvalidOperationException>(document.ToArray);
    }

    [Fact]
    public void A_cell_outside_of_a_row_is_refused() =>
        Assert.Throws<ArgumentException>(() => Document().Structure.Add(StructureType.TD));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void A_link_leads_to_the_web_or_to_mail_only(string address)
    {
        var document = Document();
        var page = document.AddPage(100, 100);
        var link = document.Structure.Add(StructureType.Link);
        Assert.Throws<ArgumentException>(() => page.Link(link, 0, 0, 1, 1, new Uri(address), "Böse"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e12)]
    public void A_drawing_without_finite_numbers_is_refused(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PdfPath.Line(0, 0, x, 0));

    [Fact]
    public void A_document_without_pages_is_refused() => Assert.Throws<InvalidOperationException>(Document().ToArray);

    private static void MoveTo(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }

    private static PdfDocument Document() =>
        new(new PdfMetadata { Title = "Leer", Language = "de", CreatedAt = DateTimeOffset.UnixEpoch });
}
