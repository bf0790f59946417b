using SurveyGap.Reports.Fonts;

namespace SurveyGap.Reports.Tests.Pdf.TrueType;

/// <summary>
/// The widths that Chromium's text engine (HarfBuzz) gives the same font, with <c>font-kerning: normal</c> and
/// <c>font-variant-ligatures: none</c>: as long as they agree, page and paper look alike.
/// </summary>
public sealed class KerningTests
{
    [Theory]
    [InlineData("AV", 1044)]
    [InlineData("Te", 966)]
    [InlineData("To", 1012)]
    [InlineData("Ty.", 1184)]
    [InlineData("Wir", 1379)]
    [InlineData("VA", 1044)]
    [InlineData("LT", 902)]
    [InlineData("Die Führung schätzt die Erreichbarkeit", 15872)]
    [InlineData("Verständlichkeit", 6719)]
    [InlineData("Kundschaft: «Tür» – 4,5", 9549)]
    [InlineData("f.", 491)]
    [InlineData("r,", 539)]
    [InlineData("P. A", 1446)]
    [InlineData("Tä", 967)]
    [InlineData("Ÿ,", 634)]
    [InlineData("Yö", 977)]
    [InlineData("“T”", 1388)]
    [InlineData("1,1", 1243)]
    [InlineData("7.", 746)]
    [InlineData("T–", 943)]
    [InlineData("«V»", 1337)]
    [InlineData("ffi fl", 1577)]
    [InlineData("Av Wo", 2531)]
    [InlineData("10 %", 2018)]
    [InlineData("−0,5", 1740)]
    [InlineData("ÄÖÜ AT", 3067)]
    [InlineData("ΑΥ", 1006)]
    [InlineData("Wörter, Typ; (j) [f] f)", 8132)]
    [InlineData("a T V", 1955)]
    [InlineData("W a", 1490)]
    public void A_line_is_as_wide_as_in_a_browser(string text, int thousandths) =>
        Assert.Equal(thousandths, SourceSans.Regular.Measure(text, 1000), 0.5);
}
