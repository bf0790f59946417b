using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Pages;

/// <summary>The cover: the client's colour and logo, the study, the wave, and the gaps themselves as its picture.</summary>
internal sealed class CoverPage(Edition edition)
{
    private const double Field = 530;
    private const int MostLines = 3;

    public void Paint(PdfPage page, StructureElement section)
    {
        var model = edition.Model;
        var colour = model.Branding.Cover;
        page.Artifact(() =>
        {
            page.Fill(
                PdfPath.Rectangle(0, 0, Paper.Width, Field),
                new PdfGradient(0, 0, Paper.Width, Field, colour.Mixed(Palette.Black, 0.25).ForPdf(), colour.ForPdf()));
            Picture(page);
        });
        Logo(page, section);

        var y = 120.0;
        y = Write(page, section.Add(StructureType.P), edition.Words["cover.kind"], Typography.CoverLine.Strong, y) + 10;
        y = Write(page, section.Add(StructureType.H1), model.Study, Typography.Cover, y) + 8;
        Write(page, section.Add(StructureType.P), model.Client, Typography.CoverLine with { Size = 17, Leading = 23 }, y);

        y = Field + 34;
        if (model.IsDemo)
            y = Write(page, section.Add(StructureType.P), edition.Words["demo.cover"], Typography.Minor.In(Palette.Underestimated), y) + 4;
        y = Write(page, section.Add(StructureType.P), edition.Words["cover.confidential"], Typography.Minor, y) + 4;
        y = Write(page, section.Add(StructureType.P), Wave(), Typography.Body.In(Palette.Soft), y);
        y = Write(page, section.Add(StructureType.P), WhoPage.Sentence(edition), Typography.Body.In(Palette.Soft), y);
        Write(page, section.Add(StructureType.P), Released(), Typography.Body.In(Palette.Soft), y);
    }

    private string Wave() => edition.Model is { Opened: { } opened, Closed: { } closed }
        ? edition.Words.Say("cover.wave", ("wave", edition.Model.Wave), ("dates", edition.Format.Dates(opened, closed)))
        : edition.Model.Wave;

    private string Released() => edition.Words.Say(
        "cover.released", ("date", edition.Format.Date(DateOnly.FromDateTime(edition.Model.ReleasedAt.UtcDateTime))));

    private static double Write(PdfPage page, StructureElement element, string text, TextStyle style, double top)
    {
        foreach (var line in LineBreaker.Balance(text, style, Paper.TextWidth, MostLines))
        {
            var y = top;
            page.Tagged(element, () => new PdfSurface(page, 0, 0).Paint(new Text(Paper.Margin, Layout.Baseline(y, style), line + " ", style)));
            top += style.Leading;
        }

        return top;
    }

    // The dimensions, executives and customers on the whole scale: decoration that is true.
    private void Picture(PdfPage page)
    {
        var surface = new PdfSurface(page, 0, 0);
        var rows = edition.Analysis.Dimensions
            .Select(dimension => (
                Executives: dimension.Groups[Audience.Executive].Value?.Mean,
                Customers: dimension.Groups[Audience.Customer].Value?.Mean))
            .Where(row => row.Executives is not null && row.Customers is not null)
            .Take(8).ToList();
        var distance = 24.0;
        var y = Field - 56 - ((rows.Count - 1) * distance);
        foreach (var (executives, customers) in rows)
        {
            var (from, to) = (X(executives!.Value), X(customers!.Value));
            surface.Paint(new Line(Paper.Margin, y, Paper.Width - Paper.Margin, y, new Stroke(edition.Model.Branding.Cover.Mixed(Palette.White, 0.12), 0.5)));
            surface.Paint(new Line(from, y, to, y, new Stroke(edition.Model.Branding.Cover.Mixed(Palette.White, 0.6), 2)));
            surface.Paint(new Box(from - 4, y - 4, 8, 8, Palette.White));
            surface.Paint(new PathShape(Outline.Circle(to, y, 4.6), Palette.White));
            y += distance;
        }

        static double X(double mean) => Paper.Margin + ((mean - 1) / 4 * Paper.TextWidth);
    }

    private void Logo(PdfPage page, StructureElement section)
    {
        if (edition.Model.Branding.Logo is not { } logo)
            return;

        const double Height = 44, Widest = 170, Pad = 9;
        var scale = Math.Min(Height / logo.Height, Widest / logo.Width);
        var (width, height) = (logo.Width * scale, logo.Height * scale);
        var figure = section.Add(StructureType.Figure);
        figure.AlternativeText = edition.Words.Say("cover.logo", ("client", edition.Model.Client));
        figure.PlaceOn(page, Paper.Margin, 40, width + (2 * Pad), height + (2 * Pad));
        page.Artifact(() => page.Fill(
            PdfPath.RoundedRectangle(Paper.Margin, 40, width + (2 * Pad), height + (2 * Pad), 4), Palette.White.ForPdf()));
        page.Tagged(figure, () => page.Image(logo, Paper.Margin + Pad, 40 + Pad, width, height));
    }
}
