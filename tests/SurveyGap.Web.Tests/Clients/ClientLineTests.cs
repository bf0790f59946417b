using SurveyGap.Web.Features.Clients;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Tests.Clients;

/// <summary>A client's line on the start page: which wave it shows, and what comes next there.</summary>
public sealed class ClientLineTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 8, 0, 0, TimeSpan.Zero);

    private static readonly CurrentClient Alpenblick = new()
    {
        Id = Guid.NewGuid(),
        Name = "Alpenblick Versicherung",
        Colour = "#a23b72",
        Locale = "de-CH",
        TimeZone = ZoneTime.Default,
        IsDemo = false,
        HasLogo = false,
        IsArchived = false,
        Role = Role.Consultant,
    };

    private static readonly WaveSummary Draft = new()
    {
        WaveId = Guid.NewGuid(),
        StudyId = Guid.NewGuid(),
        Name = "Frühling",
        Study = "Servicespiegel",
        OpensAt = Now.AddDays(20),
        ClosesAt = Now.AddDays(40),
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
        OpenLinks = [false, false, false],
    };

    private static readonly WaveSummary Running = Draft with { WaveId = Guid.NewGuid(), OpensAt = Now.AddDays(-10), OpenedAt = Now.AddDays(-10), ClosesAt = Now.AddDays(10) };

    private static readonly WaveSummary Closed = Running with { WaveId = Guid.NewGuid(), ClosedAt = Now.AddDays(-1) };

    [Fact]
    public void A_running_wave_is_not_hidden_by_a_newer_one_in_preparation() => Assert.Same(Running, Line(Draft, Running, Closed).Wave);

    [Fact]
    public void Without_a_running_wave_the_newest_one_is_shown() => Assert.Same(Draft, Line(Draft, Closed).Wave);

    [Fact]
    public void What_comes_next_is_what_waits_else_what_happens_by_itself()
    {
        Assert.Equal("NewStudy", Line().NextAt(Now).Key);
        Assert.Equal(new Outlook("Draft", Draft.Days.First), Line(Draft).NextAt(Now));
        Assert.Equal(new Outlook("Opens", Draft.Days.First), Line(Draft with { OpeningConfirmedAt = Now }).NextAt(Now));
        Assert.Equal(new Outlook("Closes", Running.Days.Last), Line(Running).NextAt(Now));
        Assert.Equal("MailsFailing", Line(Running with { MailsFailing = true }).NextAt(Now).Key);
        Assert.Equal("Overdue", Line(Running).NextAt(Now.AddDays(11)).Key);
        Assert.Equal("NewResults", Line(Closed).NextAt(Now).Key);
        Assert.Equal("NewWave", Line(Closed).NextAt(Now.AddDays(30)).Key);
    }

    [Fact]
    public void A_reader_is_asked_for_nothing()
    {
        var line = new ClientLine(Alpenblick with { Role = Role.Reader }, [Closed]);

        Assert.Equal("NewResults", line.NextAt(Now).Key);
        Assert.Equal("Nothing", line.NextAt(Now.AddDays(30)).Key);
    }

    private static ClientLine Line(params WaveSummary[] waves) => new(Alpenblick, waves);
}
