using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>Days as respondents read them: in English as in the report, the day before the month.</summary>
public sealed class DayTests
{
    private static readonly DateTimeOffset Moment = new(2026, 12, 9, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("de", "9. Dezember 2026")]
    [InlineData("en", "9 December 2026")]
    [InlineData("fr", "9 décembre 2026")]
    [InlineData("it", "9 dicembre 2026")]
    public void A_day_is_written_as_its_language_writes_it(string language, string day)
    {
        var view = new SurveyView(Whose: null, language);

        Assert.Equal(day, view.Day(Moment));
        Assert.EndsWith(day, view.LongDay(Moment), StringComparison.Ordinal);
    }
}
