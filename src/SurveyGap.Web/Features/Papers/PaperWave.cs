using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Papers;

/// <summary>A wave with all that its papers tell.</summary>
public sealed record PaperWave : WaveTerms
{
    public required Guid WaveId { get; init; }

    public required string Name { get; init; }

    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    /// <summary>The client's address, as it stands in mails; null if it has none yet.</summary>
    public required string? Imprint { get; init; }

    public required string? PrivacyContact { get; init; }

    /// <summary>For how long people are kept after the close.</summary>
    public required int KeepPeopleDays { get; init; }

    /// <summary>As JSON; null if the study has none yet.</summary>
    public required string? Questionnaire { get; init; }

    /// <summary>Persons invited: executives, employees, customers.</summary>
    public required long[] Invited { get; init; }

    /// <summary>The attributes that results can be split by.</summary>
    public required string[] Segments { get; init; }

    public required bool HasOpenLink { get; init; }

    /// <summary>Whether anybody is invited by mail, or was before the people were deleted.</summary>
    public required bool HasAddresses { get; init; }

    /// <summary>Whether a program has a valid key of the client.</summary>
    public required bool HasKeys { get; init; }

    /// <summary>What is asked; null if the study has no questionnaire that can be read.</summary>
    public Questionnaire? Asked => Questionnaire is null ? null : QuestionnaireFile.ReadDraft(Questionnaire).Questionnaire;

    /// <summary>What the calendar shows where the wave takes place.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => ZoneTime.Day(moment, TimeZone);
}
