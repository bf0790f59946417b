using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Waves;

/// <summary>What people rely on in a wave: how long it lasts, and from how many answers on a group is shown. Frozen at the opening, but for the end.</summary>
public abstract record WaveTerms
{
    public required DateTimeOffset OpensAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required DateTimeOffset? OpenedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Of the place where it happens, such as <c>Europe/Zurich</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The fewest employees whose answers are shown.</summary>
    public required int Minimum { get; init; }

    public required int ExecutiveMinimum { get; init; }

    public required int CustomerMinimum { get; init; }

    /// <summary>Why fewer customers than the default are enough; null where they are not.</summary>
    public required string? CustomerMinimumReason { get; init; }

    public WaveState State => ClosedAt is not null ? WaveState.Closed : OpenedAt is not null ? WaveState.Open : WaveState.Draft;

    public int MinimumOf(Audience audience) => audience switch
    {
        Audience.Executive => ExecutiveMinimum,
        Audience.Customer => CustomerMinimum,
        _ => Minimum,
    };

    /// <summary>What the clock shows there.</summary>
    public DateTime Wall(DateTimeOffset moment) => ZoneTime.Wall(moment, TimeZone);
}
