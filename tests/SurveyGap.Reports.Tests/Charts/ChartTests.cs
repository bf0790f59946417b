using SurveyGap.Gallery;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Tests.Charts;

/// <summary>The charts of the sample study on paper and on a phone, as approved.</summary>
public sealed class ChartTests
{
    private static readonly Lazy<ReportModel> Sample = new(() => SampleReport.Of(new SampleStudy { Ratings = 14 }, waves: 3));

    private static readonly string[] Names = ["mirror", "chain", "quadrant", "importance", "likert", "trend"];

    public static TheoryData<string, string> All => [.. Names.SelectMany(chart => new[] { (chart, "paper"), (chart, "narrow") })];

    [Theory]
    [MemberData(nameof(All))]
    public void Is_drawn_as_approved(string chart, string surface) =>
        Golden.Matches($"sample-{chart}-{surface}.svg", SvgSurface.Write(Draw(chart, surface)));

    [Theory]
    [MemberData(nameof(All))]
    public void Stays_inside_its_frame(string chart, string surface)
    {
        var drawing = Draw(chart, surface);
        Assert.All(Texts(drawing.Shapes), text =>
        {
            Assert.True(text.Left >= -0.5 && text.Left + text.Width <= drawing.Width + 0.5, $"«{text.Content}» crosses the edge.");
            Assert.InRange(text.Y, 0, drawing.Height);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Has_a_title_and_tells_its_finding_with_a_figure(string chart, string surface)
    {
        var drawing = Draw(chart, surface);

        Assert.NotEmpty(drawing.Title);
        Assert.Matches("[0-9]", drawing.Description);
    }

    [Fact]
    public void No_style_attribute_stands_in_the_picture() =>
        Assert.DoesNotContain("style=", SvgSurface.Write(Draw("likert", "paper")), StringComparison.Ordinal);

    [Fact]
    public void The_word_of_the_zone_of_importance_stands_apart_from_the_names_in_it()
    {
        var wording = Wording.Of("de");
        var drawing = new ImportanceChart(ChartSizes.Narrow, wording, high: 3.5).Draw("", "",
        [
            new("Erreichbarkeit", 0.62, 3.1, 1), new("Reaktion", 0.6, 3.2, 2), new("Kommunikation", 0.36, 2.9, 3), new("Zuverlässigkeit", 0.38, 3.4, 4),
        ]);

        var word = Texts(drawing.Shapes).Single(text => text.Content == wording["importance.zone"]);
        Assert.All(Texts(drawing.Shapes).Where(text => text.Content.Contains(". ", StringComparison.Ordinal)),
            name => Assert.True(Math.Abs(name.Y - word.Y) > ChartSizes.Narrow.Axis.Leading, $"«{name.Content}» covers the word."));
    }

    internal static Drawing Draw(string chart, string surface)
    {
        var charts = new ResultCharts(Sample.Value.Analysis, "de");
        var sizes = surface == "paper" ? ChartSizes.Paper : ChartSizes.Narrow;
        return chart switch
        {
            "mirror" => charts.Mirror(sizes)!,
            "chain" => charts.Chain(sizes)!,
            "quadrant" => charts.Quadrant(sizes)!,
            "importance" => charts.Importance(sizes)!,
            "likert" => charts.Likert(sizes, "communication"),
            _ => charts.Trend(sizes, "Frühling 2026")!,
        };
    }

    private static IEnumerable<Text> Texts(IEnumerable<Shape> shapes) => shapes.SelectMany(shape => shape switch
    {
        Text text => [text],
        Group group => Texts(group.Shapes),
        _ => [],
    });
}
