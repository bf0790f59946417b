using System.Net;
using SurveyGap.Reports;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Gallery;

/// <summary>What the benchmark's aim speaks of: twelve pages with ten charts, each with its title, its sentence and a table.</summary>
public sealed class TwelvePages
{
    private static readonly string[] Heads = ["Frage", "Führung", "Mitarbeitende", "Kundschaft"];
    private static readonly string[] Figures = ["4,1", "3,5", "2,6"];
    private static readonly IReadOnlyList<string> Questions = [.. Enumerable.Range(1, 8).Select(i => $"Lösung beim ersten Kontakt {i}")];

    private readonly ReportModel _model = SampleReport.Of(new SampleStudy());

    /// <summary>The document from the analysis, every time from the start.</summary>
    public byte[] Write()
    {
        var charts = new ResultCharts(_model.Analysis, _model.Language);
        var document = new PdfDocument(new PdfMetadata { Title = _model.Study, Language = "de-CH", CreatedAt = _model.ReleasedAt });
        Publication.Write(
            document,
            (page, section) => page.Tagged(section.Add(StructureType.H1), () => new PdfSurface(page, 0, 0).Paint(new Text(54, 200, _model.Study, Typography.Title))),
            "Titelblatt",
            [Opening(charts), .. Drawings(charts).Select(Chapter)],
            new Furniture { Header = _model.Client, Footer = _model.Wave, PageOf = (page, pages) => $"Seite {page} von {pages}", Continued = name => $"{name} (Fortsetzung)", Spine = Palette.Navy });
        return document.ToArray();
    }

    /// <summary>The same cover, titles, sentences, charts and tables as one page for a browser to print, in the fonts that it has.</summary>
    public string Html()
    {
        var charts = new ResultCharts(_model.Analysis, _model.Language);
        return $$"""
            <!doctype html>
            <html lang="de-CH">
            <title>{{Encoded(_model.Study)}}</title>
            <style>
            @page { size: A4; margin: 54pt }
            section { break-after: page }
            table { width: 100%; border-collapse: collapse }
            td { border-top: 0.6pt solid #E1E6EA }
            td + td { text-align: right }
            </style>
            <section><h1>{{Encoded(_model.Study)}}</h1></section>
            <section><h1>{{Encoded(charts.Headline)}}</h1></section>
            {{string.Concat(Drawings(charts).Select(Html))}}
            """;
    }

    private IEnumerable<Drawing> Drawings(ResultCharts charts)
    {
        var paper = ChartSizes.Paper;
        Drawing?[] drawings =
        [
            charts.Chain(paper), charts.Quadrant(paper), charts.Importance(paper), charts.Trend(paper, _model.Wave),
            .. _model.Analysis.Dimensions.Take(6).Select(dimension => charts.Likert(paper, dimension.Dimension.Key)),
        ];
        return drawings.OfType<Drawing>();
    }

    private static string Html(Drawing drawing) => $"""
        <section>
        <h1>{Encoded(drawing.Title)}</h1>
        <p>{Encoded(drawing.Description)}</p>
        {SvgSurface.Write(drawing)}
        <table>
        <tr>{string.Concat(Heads.Select(head => $"<th>{Encoded(head)}</th>"))}</tr>
        {string.Concat(Questions.Select(question => $"<tr><td>{Encoded(question)}</td>{string.Concat(Figures.Select(figure => $"<td>{figure}</td>"))}</tr>"))}
        </table>
        </section>
        """;

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private static Section Opening(ResultCharts charts) => new("Inhalt", [new Heading(1, charts.Headline, Typography.Title), new Contents { Above = 20 }]);

    private static Section Chapter(Drawing drawing) => new(drawing.Title,
    [
        new Heading(1, drawing.Title, Typography.Title),
        new Paragraph(drawing.Description, Typography.Lead) { Above = 7 },
        new Figure(drawing) { Above = 16 },
        new Table(
            [new(Heads[0], 200), new(Heads[1], 90, Anchor.End), new(Heads[2], 100, Anchor.End), new(Heads[3], 97, Anchor.End)],
            [.. Questions.Select(question => new Row([question, .. Figures]))]) { Above = 16 },
    ]);
}
