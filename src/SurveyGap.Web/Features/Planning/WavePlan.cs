using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Planning;

/// <summary>All that decides whether a wave can open.</summary>
public sealed record WavePlan : WaveTerms
{
    public required Guid WaveId { get; init; }

    public required Guid StudyId { get; init; }

    public required string Name { get; init; }

    public required string Study { get; init; }

    /// <summary>Of the study, the first one for whoever speaks none of them.</summary>
    public required string[] Languages { get; init; }

    public required DateTimeOffset? OpeningConfirmedAt { get; init; }

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

    public long InvitedOf(Audience audience) => Invited[(int)audience - 1];

    public bool HasOpenLink(Audience audience) => OpenLinks[(int)audience - 1];
}
