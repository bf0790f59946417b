using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Waves;

/// <summary>A wave as its consultants may see it at any time: no answers, participation in steps of five, no names.</summary>
public sealed record WaveSummary
{
    public required Guid WaveId { get; init; }

    public required Guid StudyId { get; init; }

    public required string Name { get; init; }

    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>When somebody agreed to the opening on its date.</summary>
    public required DateTimeOffset? OpeningConfirmedAt { get; init; }

    public required DateTimeOffset? OpenedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>In which both dates are shown.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The fewest employees whose answers are shown.</summary>
    public required int Minimum { get; init; }

    /// <summary>The fewest executives whose answers are shown.</summary>
    public required int ExecutiveMinimum { get; init; }

    /// <summary>The fewest customers whose answers are shown.</summary>
    public required int CustomerMinimum { get; init; }

    /// <summary>While it is open: mails fail for reasons that somebody can do something about, or do not get away.</summary>
    public required bool MailsFailing { get; init; }

    /// <summary>Persons invited: executives, employees, customers.</summary>
    public required long[] Invited { get; init; }

    /// <summary>Persons who have answered, in steps of five, in the same order; zeros once the wave is closed, when the release says more.</summary>
    public required long[] Answered { get; init; }

    /// <summary>Whether an open link hangs somewhere, in the same order. Who came through it is known once the box is opened, not before.</summary>
    public required bool[] OpenLinks { get; init; }

    public WaveState State => ClosedAt is not null ? WaveState.Closed : OpenedAt is not null ? WaveState.Open : WaveState.Draft;

    /// <summary>One entry a group.</summary>
    public IEnumerable<GroupParticipation> Groups => Enum.GetValues<Audience>()
        .Select((audience, i) => new GroupParticipation(audience, Invited[i], Answered[i], new[] { ExecutiveMinimum, Minimum, CustomerMinimum }[i], OpenLinks[i]));

    /// <summary>A moment as the wave's place sees it.</summary>
    public DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime;

    /// <summary>Its first and last day, where it takes place.</summary>
    public (DateOnly First, DateOnly Last) Days =>
        (DateOnly.FromDateTime(Local(OpenedAt ?? OpensAt)), DateOnly.FromDateTime(Local(ClosedAt ?? ClosesAt)));
}

/// <summary>Who has answered in one group.</summary>
/// <param name="Audience">The group.</param>
/// <param name="Invited">How many persons.</param>
/// <param name="Answered">How many of them have answered, in steps of five.</param>
/// <param name="Minimum">From how many answers on the group's results are shown.</param>
/// <param name="HasOpenLink">Whether more may answer than were invited.</param>
public sealed record GroupParticipation(Audience Audience, long Invited, long Answered, int Minimum, bool HasOpenLink)
{
    /// <summary>Answered ÷ invited, from 0 to 1; 0 if nobody was invited.</summary>
    public double Rate => Invited == 0 ? 0 : Math.Min(1, (double)Answered / Invited);
}
