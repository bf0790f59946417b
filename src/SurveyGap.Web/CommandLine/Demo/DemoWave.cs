using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.CommandLine.Demo;

/// <summary>One of the demo's two waves, dated from the moment of loading.</summary>
internal sealed record DemoWave(int Number, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, bool IsOver)
{
    private static readonly string[] Seasons = ["Winter", "Frühling", "Sommer", "Herbst"];

    public Guid Id => DemoId.Wave(Number);

    public static IReadOnlyList<DemoWave> Both(DateTimeOffset now)
    {
        var closes = EndOfDay(now.AddDays(11));
        var running = new DemoWave(2, closes.AddDays(-27).AddMinutes(1), closes, IsOver: false);
        return [running with { Number = 1, OpensAt = running.OpensAt.AddYears(-1), ClosesAt = closes.AddYears(-1), IsOver = true }, running];
    }

    public NewWave Plan(IReadOnlyList<Segment> segments) => new()
    {
        Wave = Id,
        Study = DemoId.Study,
        Name = $"{Seasons[OpensAt.Month % 12 / 3]} {OpensAt.Year}",
        OpensAt = OpensAt,
        ClosesAt = ClosesAt,
        Segments = segments,
    };

    public NewInvitation Invite(DemoPerson person) =>
        new(DemoId.Invitation(Number, person.Number), person.Name, person.Email, person.Language, person.Audience, person.Segments);

    private static DateTimeOffset EndOfDay(DateTimeOffset moment)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
        var end = TimeZoneInfo.ConvertTime(moment, zone).Date.AddDays(1).AddMinutes(-1);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }
}
