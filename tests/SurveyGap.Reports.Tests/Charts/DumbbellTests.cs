using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Tests.Charts;

public sealed class DumbbellTests
{
    [Theory]
    [InlineData("paper", "de")]
    [InlineData("paper", "en")]
    [InlineData("wide", "de")]
    [InlineData("medium", "de")]
    [InlineData("narrow", "de")]
    public void Is_drawn_as_approved(string surface, string language) =>
        Golden.Matches($"dumbbell-{surface}-{language}.svg", SvgSurface.Write(Draw(surface, language)));

    private static Drawing Draw(string surface, string language)
    {
        var sizes = surface switch
        {
            "wide" => ChartSizes.Wide,
            "medium" => ChartSizes.Medium,
            "narrow" => ChartSizes.Narrow,
            _ => ChartSizes.Paper,
        };
        return new Dumbbell(sizes, Wording.Of(language))
            .Draw("Der Spiegel", "Die Führung sieht die Lösung beim ersten Kontakt um 1,5 Stufen höher.", Examples.Groups, Examples.Rows);
    }
}
