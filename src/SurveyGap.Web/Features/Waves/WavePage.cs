using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Waves;

/// <summary>A wave on its page, at a moment.</summary>
public sealed record WavePage(WaveSummary Wave, DateTimeOffset Now)
{
    // Below a quarter after a third of the time, a reminder is worth its nuisance.
    private const double Slow = 0.25;
    private const double Soon = 1.0 / 3;

    /// <summary>Whole days from today to the last one, where the wave takes place; 0 on the last day.</summary>
    public int DaysLeft => (Wave.Local(Wave.ClosesAt).Date - Wave.Local(Now).Date).Days;

    /// <summary>Somebody agreed to the opening on its date.</summary>
    public bool IsConfirmed => Wave.OpeningConfirmedAt is not null;

    /// <summary>Still open although its time is over.</summary>
    public bool IsOverdue => Wave.State == WaveState.Open && Now >= Wave.ClosesAt;

    /// <summary>The group that answers least, if it hesitates; else null.</summary>
    public Audience? Hesitant => Elapsed < Soon
        ? null
        : Wave.Groups.Where(group => group.Invited > 0 && group.Rate < Slow).MinBy(group => group.Rate)?.Audience;

    /// <summary>Whether each invited group has as many answers as its results need.</summary>
    public bool HasMinimum => Wave.Groups.All(group => group.Invited == 0 || group.Answered >= group.Minimum);

    private double Elapsed => (Now - (Wave.OpenedAt ?? Wave.OpensAt)) / (Wave.ClosesAt - (Wave.OpenedAt ?? Wave.OpensAt));
}
