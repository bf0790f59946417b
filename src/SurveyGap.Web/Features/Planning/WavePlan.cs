using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Planning;

/// <summary>All that decides whether a wave can open.</summary>
public sealed record WavePlan
{
    public required Guid WaveId { get; init; }

    public required Guid StudyId { get; init; }

    public required string Name { get; init; }

    public required string Study { get; init; }

    /// <summary>Of the study, the first one for whoever speaks none of them.</summary>
    public required string[] Languages { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required string TimeZone { get; init; }

    public required int Minimum { get; init; }

    public required int ExecutiveMinimum { get; init; }

    public required int CustomerMinimum { get; init; }

    /// <summary>Why fewer customers than the default are enough; null where they are not.</summary>
    public required string? CustomerMinimumReason { get; init; }

    public required DateTimeOffset? OpeningConfirmedAt { get; init; }

    public required DateTimeOffset? OpenedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>As JSON, the latest version; null if the study has none.</summary>
    public required string? Questionnaire { get; init; }

    /// <summary>Persons invited: executives, employees, customers.</summary>
    public required long[] Invited { get; init; }

    /// <summary>Whether an open link hangs somewhere, in the same order.</summary>
    public required bool[] OpenLinks { get; init; }

    /// <summary>How many could see it; 0 if nobody knows.</summary>
    public required int[] Reach { get; init; }

    /// <summary>People with a mail address.</summary>
    public required long WithAddress { get; init; }

    /// <summary>People whose language is none of the study's.</summary>
    public required long Strangers { get; init; }

    /// <summary>People whose combination of segments is shared by fewer than the minimum.</summary>
    public required long Rare { get; init; }

    public required bool IsDemo { get; init; }

    public required bool HasImprint { get; init; }

    public WaveState State => ClosedAt is not null ? WaveState.Closed : OpenedAt is not null ? WaveState.Open : WaveState.Draft;

    public DateTime Wall(DateTimeOffset moment) => ZoneTime.Wall(moment, TimeZone);

    public long InvitedOf(Audience audience) => Invited[(int)audience - 1];

    public bool HasOpenLink(Audience audience) => OpenLinks[(int)audience - 1];

    public int MinimumOf(Audience audience) => audience switch
    {
        Audience.Executive => ExecutiveMinimum,
        Audience.Customer => CustomerMinimum,
        _ => Minimum,
    };
}
