using SurveyGap.Reports;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Gallery;

/// <summary>What the benchmark's aim speaks of: twelve pages with ten charts, each with its title, its sentence and a table.</summary>
public sealed class TwelvePages
{
    private readonly ReportModel _model = SampleReport.Of(new SampleStudy());

    /// <summary>The document from the analysis, every time from the start.</summary>
    public byte[] Write()
    {
        var charts = new ResultCharts(_model.Analysis, _model.Language);
        var paper = ChartSizes.Paper;
        Drawing?[] drawings =
        [
            charts.Chain(paper), charts.Quadrant(paper), charts.Importance(paper), charts.Trend(paper, _model.Wave),
            .. _model.Analysis.Dimensions.Take(6).Select(dimension => charts.Likert(paper, dimension.Dimension.Key)),
        ];
        var document = new PdfDocument(new PdfMetadata { Title = _model.Study, Language = "de-CH", CreatedAt = _model.ReleasedAt });
        Publication.Write(
            document,
            (page, section) => page.Tagged(section.Add(StructureType.H1), () => new PdfSurface(page, 0, 0).Paint(new Text(54, 200, _model.Study, Typography.Title))),
            "Titelblatt",
            [Opening(charts), .. drawings.OfType<Drawing>().Select(Chapter)],
            new Furniture { Header = _model.Client, Footer = _model.Wave, PageOf = (page, pages) => $"Seite {page} von {pages}", Continued = name => $"{name} (Fortsetzung)", Spine = Palette.Navy });
        return document.ToArray();
    }

    private static Section Opening(ResultCharts charts) => new("Inhalt", [new Heading(1, charts.Headline, Typography.Title), new Contents { Above = 20 }]);

    private static Section Chapter(Drawing drawing) => new(drawing.Title,
    [
        new Heading(1, drawing.Title, Typography.Title),
        new Paragraph(drawing.Description, Typography.Lead) { Above = 7 },
        new Figure(drawing) { Above = 16 },
        new Table(
            [new("Frage", 200), new("Führung", 90, Anchor.End), new("Mitarbeitende", 100, Anchor.End), new("Kundschaft", 97, Anchor.End)],
            [.. Enumerable.Range(1, 8).Select(i => new Row([$"Lösung beim ersten Kontakt {i}", "4,1", "3,5", "2,6"]))]) { Above = 16 },
    ]);
}
