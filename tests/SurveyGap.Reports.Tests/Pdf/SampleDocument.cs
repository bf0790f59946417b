using System.Text;
using SurveyGap.Reports.Fonts;
using SurveyGap.Reports.Pdf;
using SurveyGap.Reports.Pdf.Images;

namespace SurveyGap.Reports.Tests.Pdf;

/// <summary>A document of three pages that uses everything the writer can do.</summary>
internal static class SampleDocument
{
    public const string Title = "Spiegel – «Gärtnerei Größe» (1)";
    public const string Umlauts = "Die Führung schätzt die Erreichbarkeit um 1\u202F250 höher ein ▲ ▼ −0,5 «über»";
    private static readonly PdfColor Ink = PdfColor.Parse("#14232F");
    private static readonly PdfStroke Dashed = new(PdfColor.Parse("#1F6683"), 0.8, LineCap.Round, LineJoin.Round, [3, 2]);

    public static byte[] Build() => Compose().ToArray();

    public static PdfDocument Compose()
    {
        var document = new PdfDocument(new PdfMetadata
        {
            Title = Title,
            Language = "de-CH",
            Author = "Ana",
            Subject = "Wie Führung & Kundschaft <uns> sehen",
            CreatedAt = new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.FromHours(2)),
        });
        PdfPage[] pages = [document.AddPage(595.28, 841.89), document.AddPage(595.28, 841.89), document.AddPage(841.89, 595.28)];
        Text(document, pages);
        Chart(document, pages[1]);
        Table(document, pages[1], pages[2]);
        document.AddBookmark("Erste Seite", new PdfDestination(pages[0], 0)).Add("Überblick", new PdfDestination(pages[1], 40));
        document.AddBookmark("Tabelle", new PdfDestination(pages[2], 0));
        document.Attach(new PdfAttachment("figures.csv", "text/csv", "Alle Zahlen", Encoding.UTF8.GetBytes("frage;wert\nf1;3,4\n")));
        document.Attach(new PdfAttachment("begleit brief.txt", "text/plain", "Größe", "a"u8.ToArray()));
        return document;
    }

    private static void Text(PdfDocument document, PdfPage[] pages)
    {
        var page = pages[0];
        var dusk = new PdfGradient(0, 0, page.Width, 200, PdfColor.Parse("#0F2E4C"), PdfColor.Parse("#1F6683"), PdfColor.White);
        page.Artifact(() => page.Fill(PdfPath.Rectangle(0, 0, page.Width, 200), dusk));
        var section = document.Structure.Add(StructureType.Sect);
        page.Tagged(section.Add(StructureType.H1), () => page.Text(SourceSans.Semibold, 17, PdfColor.White, 54, 100, "Führung AV", 0.3));
        var paragraph = section.Add(StructureType.P);
        page.Tagged(paragraph, () =>
        {
            page.Text(SourceSans.Regular, 9.4, Ink, 54, 230, Umlauts + " ");
            page.Text(SourceSans.Italic, 9.4, Ink, 54, 244, "漢 😀 nicht in der Schrift, a\u0308 zusammengesetzt, Kun\u00ADden\u00AD");
            page.Text(SourceSans.Bold, 9.4, Ink, 54, 258, "zufriedenheit Ẵ ½");
        });
        // A paragraph that goes on on the next page is still one paragraph.
        pages[1].Tagged(paragraph, () => pages[1].Text(SourceSans.Regular, 9.4, Ink, 54, 40, "geht weiter."));

        var list = section.Add(StructureType.L);
        list.Numbering = ListNumbering.Disc;
        var item = list.Add(StructureType.LI);
        page.Tagged(item.Add(StructureType.Lbl), () => page.Text(SourceSans.Regular, 9.4, Ink, 54, 290, "● "));
        page.Tagged(item.Add(StructureType.LBody), () => page.Text(SourceSans.Regular, 9.4, Ink, 64, 290, "Punkt"));

        var contents = section.Add(StructureType.TOC);
        var inner = contents.Add(StructureType.TOCI).Add(StructureType.Link);
        page.Tagged(inner, () => page.Text(SourceSans.Regular, 9.4, Ink, 54, 310, "Tabelle 3"));
        page.Link(inner, 54, 300, 60, 14, new PdfDestination(pages[2], 0), "Zur Tabelle");
        var outer = section.Add(StructureType.P).Add(StructureType.Link);
        page.Tagged(outer, () => page.Text(SourceSans.Regular, 9.4, Ink, 54, 330, "Webseite"));
        page.Link(outer, 54, 320, 60, 14, new Uri("https://example.org/a(b)?c=ü"), "Webseite öffnen");
        page.Tagged(section.Add(StructureType.Note), () => page.Text(SourceSans.Regular, 7.2, Ink, 54, 800, "Eine Anmerkung"));
    }

    private static void Chart(PdfDocument document, PdfPage page)
    {
        var figure = document.Structure.Add(StructureType.Figure);
        figure.AlternativeText = "Führung 4,0, Kundschaft 2,6";
        figure.PlaceOn(page, 54, 60, 400, 200);
        page.Tagged(figure, () =>
        {
            page.Stroke(PdfPath.Line(54, 100, 454, 100), Dashed);
            page.Fill(PdfPath.Circle(100, 100, 5), PdfColor.Parse("#0B6E4F") with { Opacity = 0.5 });
            page.Stroke(PdfPath.RoundedRectangle(60, 110, 80, 30, 4), new PdfStroke(Ink with { Opacity = 0.25 }, 1.5));
            page.Save();
            page.Clip(new PdfPath().MoveTo(200, 110).LineTo(260, 110).CurveTo(280, 120, 280, 140, 260, 150).LineTo(200, 150).Close());
            for (var x = 160; x < 290; x += 4) page.Stroke(PdfPath.Line(x, 150, x + 40, 110), Dashed);
            page.Restore();
            page.Save();
            page.Transform(0, -1, 1, 0, 300, 200);
            page.Text(SourceSans.Regular, 8, Ink, 0, 0, "gedreht");
            page.Restore();
            page.Image(PdfImage.Read(Pictures.Png(4, 4, color: 6)), 320, 110, 40, 40);
            page.Image(PdfImage.Read(Pictures.Jpeg), 380, 110, 40, 40);
        });
    }

    private static void Table(PdfDocument document, PdfPage first, PdfPage second)
    {
        var table = document.Structure.Add(StructureType.Table);
        first.Tagged(table.Add(StructureType.Caption), () => first.Text(SourceSans.Semibold, 8.6, Ink, 54, 300, "Kennzahlen"));
        var header = table.Add(StructureType.THead).Add(StructureType.TR);
        Header(first, header, 54, 320, "Frage", HeaderScope.Column);
        Header(first, header, 154, 320, "Wert", HeaderScope.Column);
        var body = table.Add(StructureType.TBody);
        Row(first, body, 340, "f1", "3,4");
        second.Artifact(() => second.Text(SourceSans.Semibold, 8.6, Ink, 54, 40, "Frage"));
        Row(second, body, 60, "f2", "2,6");
    }

    private static void Row(PdfPage page, StructureElement body, double y, string name, string value)
    {
        var row = body.Add(StructureType.TR);
        Header(page, row, 54, y, name, HeaderScope.Row);
        page.Tagged(row.Add(StructureType.TD), () => page.Text(SourceSans.Regular, 8.6, Ink, 154, y, value));
    }

    private static void Header(PdfPage page, StructureElement row, double x, double y, string text, HeaderScope scope)
    {
        var cell = row.Add(StructureType.TH);
        cell.Scope = scope;
        page.Tagged(cell, () => page.Text(SourceSans.Semibold, 8.6, Ink, x, y, text));
    }
}
