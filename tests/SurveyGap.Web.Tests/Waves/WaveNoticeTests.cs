using System.Globalization;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.Waves;

public sealed class WaveNoticeTests
{
    private static readonly DateTimeOffset Opens = new(2026, 11, 2, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = Opens.AddDays(28);

    private static readonly WaveSummary Draft = new()
    {
        WaveId = Guid.NewGuid(),
        StudyId = Guid.NewGuid(),
        Name = "Herbst",
        Study = "Servicespiegel",
        OpensAt = Opens,
        ClosesAt = Closes,
        OpeningConfirmedAt = null,
        OpenedAt = null,
        ClosedAt = null,
        TimeZone = ZoneTime.Default,
        Minimum = 5,
        ExecutiveMinimum = 3,
        CustomerMinimum = 5,
        MailsFailing = false,
        Invited = [9, 100, 400],
        Answered = [5, 50, 200],
        OpenLinks = [false, false, true],
    };

    private static readonly WaveSummary Open = Draft with { OpenedAt = Opens };

    [Theory]
    [InlineData(NextStep.Remind)]
    [InlineData(NextStep.Remind, "invitation -3")]
    [InlineData(NextStep.Planned, "invitation -3", "reminder 2")]
    [InlineData(NextStep.Wait, "invitation -3", "reminder -1")]
    [InlineData(NextStep.Wait, "invitation -3", "reminder -1", "thanks 400")]
    public void A_running_wave_says_what_it_waits_for(NextStep next, params string[] mailings)
    {
        var now = Opens.AddDays(4);
        var mails = mailings.Select(mailing => mailing.Split(' ')).Select(words => new WaveMailing { Kind = words[0], DueAt = now.AddDays(int.Parse(words[1], CultureInfo.InvariantCulture)) });
        var people = new GroupMails { Audience = Audience.Customer, Addresses = 10, Sent = 0, Returned = 0, Unsubscribed = 0 };

        Assert.Equal(next, new WavePage(Open, now) { Mails = new WaveMails([people], [.. mails]) }.Next);
        Assert.Equal(NextStep.Wait, new WavePage(Open, now).Next);
        Assert.Equal(NextStep.Invite, new WavePage(Open with { Answered = [0, 0, 0] }, now) { Mails = new WaveMails([people], []) }.Next);
    }

    [Fact]
    public void A_wave_that_runs_as_it_should_is_nothing_to_speak_of() => Assert.Empty(Of(Open, days: 15));

    [Theory]
    [InlineData(24, false)]
    [InlineData(25, true)]
    [InlineData(27, true)]
    public void Three_days_before_the_end_it_closes_soon(int days, bool told) =>
        Assert.Equal(told, Of(Open, days).Contains(WaveNotice.ClosesSoon));

    [Theory]
    [InlineData(5, false)] // too early to worry
    [InlineData(15, true)]
    [InlineData(29, false)] // too late
    public void A_group_that_hesitates_is_told_while_a_reminder_still_helps(int days, bool told) =>
        Assert.Equal(told, Of(Open with { Answered = [5, 50, 40] }, days).Contains(WaveNotice.LowResponse));

    [Fact]
    public void Mails_that_fail_come_before_the_end_that_is_near() =>
        Assert.Equal([WaveNotice.MailsFailing, WaveNotice.ClosesSoon], Of(Open with { MailsFailing = true }, days: 26).Order());

    [Fact]
    public void A_wave_whose_time_is_over_is_overdue() => Assert.Equal([WaveNotice.Overdue], Of(Open, days: 29));

    [Fact]
    public void A_draft_that_nobody_agreed_to_is_told_before_its_date_and_after()
    {
        Assert.Equal([WaveNotice.OpensSoon], Of(Draft, days: -2));
        Assert.Empty(Of(Draft with { OpeningConfirmedAt = Opens.AddDays(-7) }, days: -2));
        Assert.Equal([WaveNotice.OpensLate], Of(Draft with { OpeningConfirmedAt = Opens.AddDays(-7) }, days: 1));
    }

    [Fact]
    public void Results_are_new_for_a_week()
    {
        var closed = Open with { ClosedAt = Closes };

        Assert.Equal([WaveNotice.NewResults], Of(closed, days: 30));
        Assert.Empty(Of(closed, days: 36));
    }

    private static IEnumerable<WaveNotice> Of(WaveSummary wave, int days) => WaveNotices.Of(wave, Opens.AddDays(days));
}
