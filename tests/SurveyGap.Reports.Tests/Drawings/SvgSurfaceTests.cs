using System.Xml.Linq;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;
using SurveyGap.Reports.Tests.Charts;

namespace SurveyGap.Reports.Tests.Drawings;

public sealed class SvgSurfaceTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"quoted\" & <b>bold</b>")]
    [InlineData("a\u0000b\u0007c\uFFFEd")]
    [InlineData("e\u0301 and \uFFFE")]
    [InlineData("😀 שלום")]
    public void Whatever_somebody_typed_stays_text(string typed)
    {
        var row = Examples.Rows[0] with { Label = typed };

        var svg = XElement.Parse(SvgSurface.Write(new Dumbbell(ChartSizes.Wide, Wording.Of("de")).Draw(typed, typed, Examples.Groups, [row])));

        Assert.Empty(svg.Descendants(Svg + "script"));
        Assert.Empty(svg.Descendants(Svg + "b"));
    }

    [Fact]
    public void Half_a_character_is_replaced() =>
        Assert.DoesNotContain('\uD83D', SvgSurface.Write(new Dumbbell(ChartSizes.Wide, Wording.Of("de"))
            .Draw("half \uD83D", "half \uD83D", Examples.Groups, [Examples.Rows[0] with { Label = "half \uD83D of it" }])));

    [Fact]
    public void The_picture_has_a_role_a_title_and_a_description()
    {
        var svg = XElement.Parse(SvgSurface.Write(new Dumbbell(ChartSizes.Wide, Wording.Of("de")).Draw("Der Spiegel", "Um 1,5 Stufen höher.", Examples.Groups, Examples.Rows)));

        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal("Der Spiegel", svg.Element(Svg + "title")!.Value);
        Assert.Equal("Um 1,5 Stufen höher.", svg.Element(Svg + "desc")!.Value);
        Assert.Contains(svg.Descendants(Svg + "text"), text => text.Value == "+1,5");
    }
}
