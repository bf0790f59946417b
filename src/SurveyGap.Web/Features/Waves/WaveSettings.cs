namespace SurveyGap.Web.Features.Waves;

/// <summary>What a wave is set to; free until the opening.</summary>
public sealed record WaveSettings : WaveTerms
{
    public required Guid WaveId { get; init; }

    public required Guid StudyId { get; init; }

    public required string Name { get; init; }

    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    public required bool OnePage { get; init; }

    /// <summary>How many executives could open their open link; null if nobody knows.</summary>
    public required int? ReachExecutive { get; init; }

    public required int? ReachEmployee { get; init; }

    public required int? ReachCustomer { get; init; }

    /// <summary>When somebody agreed to the opening on its date; null: the date alone opens nothing.</summary>
    public required DateTimeOffset? OpeningConfirmedAt { get; init; }
}
