using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Tests.Languages;

public sealed class FormatTests
{
    [Theory]
    [InlineData(3.44, "3,4", "3.4")]
    [InlineData(3.45, "3,5", "3.5")]
    [InlineData(-0.5, "−0,5", "−0.5")]
    [InlineData(-0.04, "0,0", "0.0")]
    [InlineData(1250, "1\u202F250,0", "1,250.0")]
    public void Numbers_have_one_decimal_a_true_minus_and_no_negative_zero(double value, string german, string english)
    {
        Assert.Equal(german, Format.German.Number(value));
        Assert.Equal(english, Format.English.Number(value));
    }

    [Theory]
    [InlineData(1.44, "+1,4")]
    [InlineData(-1.44, "−1,4")]
    [InlineData(0.04, "0,0")]
    [InlineData(-0.04, "0,0")]
    public void A_difference_has_a_sign_unless_it_shows_as_zero(double value, string german) =>
        Assert.Equal(german, Format.German.WithSign(value));

    [Fact]
    public void A_gap_and_its_mirror_image_round_alike() =>
        Assert.Equal(Format.German.WithSign(0.25)[1..], Format.German.WithSign(-0.25)[1..]);

    [Fact]
    public void Germany_and_the_United_States_write_some_things_otherwise()
    {
        Assert.Equal(("1.250", "3,4"), (Format.Of("de", "DE").Count(1250), Format.Of("de", "DE").Number(3.44)));
        Assert.Equal("1\u202F250", Format.Of("de", "AT").Count(1250));
        var american = Format.Of("en", "US");
        Assert.Equal("March 22, 2026", american.Date(new(2026, 3, 22)));
        Assert.Equal("March 2 to 22, 2026", american.Dates(new(2026, 3, 2), new(2026, 3, 22)));
        Assert.Equal("February 27 to March 22, 2026", american.Dates(new(2026, 2, 27), new(2026, 3, 22)));
        Assert.Equal("December 27, 2025 to January 9, 2026", american.Dates(new(2025, 12, 27), new(2026, 1, 9)));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-22", "2. bis 22. März 2026", "2 to 22 March 2026")]
    [InlineData("2026-02-27", "2026-03-22", "27. Februar bis 22. März 2026", "27 February to 22 March 2026")]
    [InlineData("2025-12-27", "2026-01-09", "27. Dezember 2025 bis 9. Januar 2026", "27 December 2025 to 9 January 2026")]
    [InlineData("2026-03-22", "2026-03-22", "22. März 2026", "22 March 2026")]
    public void Dates_are_shortened_as_far_as_both_agree(string from, string to, string german, string english)
    {
        var (start, end) = (Parse(from), Parse(to));

        Assert.Equal(german, Format.German.Dates(start, end));
        Assert.Equal(english, Format.English.Dates(start, end));
    }

    [Fact]
    public void A_percentage_keeps_its_sign_at_its_number()
    {
        Assert.Equal("7\u202F%", Format.German.Percent(0.07));
        Assert.Equal("7%", Format.English.Percent(0.07));
    }

    private static DateOnly Parse(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
