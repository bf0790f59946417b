using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Tests.Shared;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("A", true)]
    [InlineData("👋🏽", true)]
    [InlineData("שלום", true)]
    [InlineData("\u200BA", true)]
    [InlineData("·", true)]
    [InlineData(null, false)]
    [InlineData(" \t\n", false)]
    [InlineData("\u200B\u2060\uFEFF", false)]
    [InlineData("\u00A0\u2003\u3000", false)]
    [InlineData("\u202E\u200F", false)]
    [InlineData("\u0301", false)]
    [InlineData("\u3164\u2800", false)]
    [InlineData("\u00AD", false)]
    public void A_name_is_something_that_is_seen(string? text, bool isName) => Assert.Equal(isName, PlainText.IsName(text, 200));

    [Fact]
    public void A_name_is_no_longer_than_its_place() =>
        Assert.Equal((true, false), (PlainText.IsName($" {new string('x', 200)} ", 200), PlainText.IsName(new string('x', 201), 200)));
}
