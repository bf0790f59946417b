using SurveyGap.Reports.Drawings;

namespace SurveyGap.Reports.Tests.Drawings;

public sealed class ColourTests
{
    [Theory]
    [InlineData("#FFFFFF")]
    [InlineData("#FFE100")]
    [InlineData("#9EC400")]
    [InlineData("#AA2266")]
    public void A_clients_colour_is_darkened_until_white_letters_can_be_read(string hex) =>
        Assert.True(Branding.Of(hex, null).Cover.ContrastTo(Palette.White) >= 4.5);

    [Fact]
    public void A_colour_that_is_dark_enough_stays_as_it_is() =>
        Assert.Equal(Colour.Parse("#0F2E4C"), Branding.Of("#0F2E4C", null).Cover);

    [Theory]
    [InlineData("0F2E4C")]
    [InlineData("#0F2E4")]
    [InlineData("#GGGGGG")]
    [InlineData("red")]
    public void What_is_no_colour_is_refused(string text) => Assert.Throws<FormatException>(() => Branding.Of(text, null));

    [Fact]
    public void Groups_stay_apart_in_grey_and_their_text_is_readable()
    {
        var groups = Enum.GetValues<Analysis.Surveys.Audience>();

        Assert.All(groups, audience => Assert.True(Palette.Of(audience).ContrastTo(Palette.White) >= 3));
        Assert.All(groups, audience => Assert.True(Palette.TextOf(audience).ContrastTo(Palette.White) >= 4.5));
    }
}
