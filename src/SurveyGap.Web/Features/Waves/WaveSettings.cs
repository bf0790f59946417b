using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Waves;

/// <summary>What a wave is set to; free until the opening.</summary>
public sealed record WaveSettings
{
    public required Guid WaveId { get; init; }

    public required Guid StudyId { get; init; }

    public required string Name { get; init; }

    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required string TimeZone { get; init; }

    public required bool OnePage { get; init; }

    public required int Minimum { get; init; }

    public required int ExecutiveMinimum { get; init; }

    public required int CustomerMinimum { get; init; }

    /// <summary>Why fewer customers than the default are enough; null where they are not.</summary>
    public required string? CustomerMinimumReason { get; init; }

    /// <summary>How many executives could open their open link; null if nobody knows.</summary>
    public required int? ReachExecutive { get; init; }

    public required int? ReachEmployee { get; init; }

    public required int? ReachCustomer { get; init; }

    /// <summary>When somebody agreed to the opening on its date; null: the date alone opens nothing.</summary>
    public required DateTimeOffset? OpeningConfirmedAt { get; init; }

    public required DateTimeOffset? OpenedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public WaveState State => ClosedAt is not null ? WaveState.Closed : OpenedAt is not null ? WaveState.Open : WaveState.Draft;

    /// <summary>What the clock shows there.</summary>
    public DateTime Wall(DateTimeOffset moment) => ZoneTime.Wall(moment, TimeZone);

    public int MinimumOf(Audience audience) => audience switch
    {
        Audience.Executive => ExecutiveMinimum,
        Audience.Customer => CustomerMinimum,
        _ => Minimum,
    };
}
