using System.Globalization;
using System.Text;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pdf;
using SurveyGap.Reports.Tests.Pdf;

namespace SurveyGap.Reports.Tests.Charts;

/// <summary>
/// Web and paper show the same picture: Chromium's of the SVG and poppler's of the PDF, at three pixels a unit, both made
/// small by boxes of 6 × 6 pixels (2 × 2 units), which forgives the two programs their smoothing. Stated tolerance: no more
/// than 0.1 % of the boxes differ by over 48 of 255, and the mean difference stays under 2 of 255.
/// </summary>
public sealed class TwoSurfacesTests : IDisposable
{
    private const double Unit = 3;
    private const int BoxSize = 6;
    private const int Different = 48;

    private readonly string _folder = Directory.CreateTempSubdirectory("surfaces").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("mirror")]
    [InlineData("chain")]
    [InlineData("quadrant")]
    [InlineData("importance")]
    [InlineData("likert")]
    [InlineData("trend")]
    public void Svg_and_pdf_look_alike(string chart)
    {
        var drawing = ChartTests.Draw(chart, "paper");
        var (width, height) = ((int)Math.Ceiling(drawing.Width), (int)Math.Ceiling(drawing.Height));

        var paper = Grey.Read(Poppler(drawing, width, height));
        var web = Small(Grey.Read(Chromium(drawing, width, height)).Cut(paper.Width, paper.Height));

        var differences = web.Zip(Small(paper), (one, other) => Math.Abs(one - other)).ToList();
        Assert.InRange(differences.Average(), 0, 2);
        Assert.InRange(differences.Count(difference => difference > Different) / (double)differences.Count, 0, 0.001);
        // An empty page would be like an empty page.
        Assert.Contains(web, box => box < 100);
    }

    private string Poppler(Drawing drawing, int width, int height)
    {
        var document = new PdfDocument(new PdfMetadata { Title = "Chart", Language = "de", CreatedAt = DateTimeOffset.UnixEpoch });
        var page = document.AddPage(width, height);
        var figure = document.Structure.Add(StructureType.Figure);
        figure.AlternativeText = drawing.Description;
        figure.PlaceOn(page, 0, 0, width, height);
        page.Tagged(figure, () => drawing.PaintOn(new PdfSurface(page, 0, 0)));
        var file = System.IO.Path.Combine(_folder, "chart.pdf");
        File.WriteAllBytes(file, document.ToArray());
        Tool.Run("pdftoppm", "-r", (72 * Unit).ToString(CultureInfo.InvariantCulture), "-png", "-singlefile", file, System.IO.Path.Combine(_folder, "paper"));
        return System.IO.Path.Combine(_folder, "paper.png");
    }

    private string Chromium(Drawing drawing, int width, int height)
    {
        var page = System.IO.Path.Combine(_folder, "chart.html");
        File.WriteAllText(page, $"<!doctype html><meta charset=utf-8><style>{Fonts()} html,body{{margin:0;background:#fff}} svg{{display:block}}</style>{SvgSurface.Write(drawing)}");
        var picture = System.IO.Path.Combine(_folder, "web.png");
        Browser.Shoot(page, picture, width, height, Unit, _folder);
        return picture;
    }

    private static string Fonts()
    {
        var css = new StringBuilder();
        foreach (var (name, weight) in new[] { ("400Regular", 400), ("600SemiBold", 600) })
        {
            using var stream = typeof(Drawing).Assembly.GetManifestResourceStream($"SurveyGap.Reports.Fonts.SourceSans3_{name}.ttf")!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            css.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:'Source Sans 3';font-weight:{weight};src:url(data:font/ttf;base64,{Convert.ToBase64String(bytes.ToArray())})}}");
        }

        return css.ToString();
    }

    private static List<int> Small(Grey picture)
    {
        List<int> boxes = [];
        for (var y = 0; y + BoxSize <= picture.Height; y += BoxSize)
        {
            for (var x = 0; x + BoxSize <= picture.Width; x += BoxSize)
            {
                var sum = 0;
                for (var row = 0; row < BoxSize; row++)
                {
                    for (var column = 0; column < BoxSize; column++)
                        sum += picture[x + column, y + row];
                }

                boxes.Add(sum / (BoxSize * BoxSize));
            }
        }

        return boxes;
    }
}
