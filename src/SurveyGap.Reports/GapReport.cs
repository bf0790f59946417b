using System.Security.Cryptography;
using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Pages;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports;

/// <summary>The gap report: the PDF that a consultant hands to a board.</summary>
public static class GapReport
{
    /// <summary>Writes the report. The same model gives the same bytes.</summary>
    /// <param name="model">What it is made of.</param>
    /// <param name="stream">Where the file goes; left open.</param>
    public static void Write(ReportModel model, Stream stream) => stream.Write(ToArray(model));

    /// <summary>The report as bytes. The same model gives the same bytes.</summary>
    public static byte[] ToArray(ReportModel model)
    {
        var edition = new Edition(model);
        var words = edition.Words;
        var figures = FiguresCsv.Write(model.Analysis);
        var document = new PdfDocument(new PdfMetadata
        {
            Title = words.Say("file.title", ("study", model.Study), ("client", model.Client)),
            Language = model.Language == "de" ? "de-CH" : "en",
            Author = "SurveyGap",
            Subject = words.Say("file.subject", ("wave", model.Wave)),
            CreatedAt = model.ReleasedAt,
        });
        document.Attach(new PdfAttachment(FiguresCsv.FileName, "text/csv", words["method.attachment"], figures));
        Publication.Write(
            document,
            new CoverPage(edition).Paint,
            words["cover"],
            Chapters.Of(edition, Convert.ToHexStringLower(SHA256.HashData(figures))),
            Edges(edition));
        return document.ToArray();
    }

    private static Furniture Edges(Edition edition) => new()
    {
        Header = edition.Words.Say("header", ("client", edition.Model.Client), ("study", edition.Model.Study), ("wave", edition.Model.Wave)),
        Mark = edition.Model.IsDemo ? edition.Words["demo"] : null,
        Footer = edition.Words["footer"],
        PageOf = (page, pages) => edition.Words.Say("page", ("n", edition.Format.Count(page)), ("all", edition.Format.Count(pages))),
        Continued = name => edition.Words.Say("continued", ("name", name)),
        Spine = edition.Model.Branding.Spine,
    };
}
