using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.Waves;

public sealed class ZoneTimeTests
{
    [Theory]
    [InlineData("2026-11-02 08:00", "2026-11-02 07:00")] // winter
    [InlineData("2026-07-02 08:00", "2026-07-02 06:00")] // summer
    [InlineData("2026-03-29 02:30", "2026-03-29 01:30")] // skipped: the clock shows 03:30 then
    [InlineData("2026-10-25 02:30", "2026-10-25 00:30")] // comes twice: the first one
    public void A_time_on_the_wall_in_Zurich_is_one_moment(string wall, string utc) =>
        Assert.Equal(
            DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture),
            ZoneTime.Moment(DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture), "Europe/Zurich").UtcDateTime);

    [Fact]
    public void A_moment_is_shown_where_the_wave_takes_place() =>
        Assert.Equal(new DateTime(2026, 11, 2, 3, 0, 0, DateTimeKind.Unspecified), ZoneTime.Wall(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero), "America/New_York"));

    [Fact]
    public void The_default_can_be_chosen() => Assert.Contains(ZoneTime.Default, ZoneTime.Zones);
}
