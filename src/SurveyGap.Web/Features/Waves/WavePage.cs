using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Waves;

/// <summary>A wave on its page, at a moment.</summary>
public sealed record WavePage(WaveSummary Wave, DateTimeOffset Now)
{
    /// <summary>How far its mails are, while it runs.</summary>
    public WaveMails Mails { get; init; } = WaveMails.None;

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

    /// <summary>The next mail that is planned before the end; null if none is.</summary>
    public WaveMailing? Planned => Mails.Mailings.FirstOrDefault(mailing => mailing.DueAt > Now && mailing.DueAt < Wave.ClosesAt);

    /// <summary>What a running wave waits for.</summary>
    public NextStep Next => this switch
    {
        // Who has answered got a link some other way.
        _ when Mails.Addresses > 0 && Wave.Answered.All(people => people == 0) && Mails.Mailings.All(mailing => mailing.Kind != "invitation") => NextStep.Invite,
        { Planned: not null } => NextStep.Planned,
        // One that goes out on the last day helps nobody.
        { DaysLeft: > 1 } when Mails.Addresses > 0 && Mails.Mailings.All(mailing => mailing.Kind is not ("reminder" or "last-reminder")) => NextStep.Remind,
        _ => NextStep.Wait,
    };

    private double Elapsed => (Now - (Wave.OpenedAt ?? Wave.OpensAt)) / (Wave.ClosesAt - (Wave.OpenedAt ?? Wave.OpensAt));
}

/// <summary>What a running wave waits for.</summary>
public enum NextStep
{
    /// <summary>No invitation has gone out.</summary>
    Invite,

    /// <summary>A mail that is planned.</summary>
    Planned,

    /// <summary>No reminder is planned.</summary>
    Remind,

    /// <summary>The end.</summary>
    Wait,
}
