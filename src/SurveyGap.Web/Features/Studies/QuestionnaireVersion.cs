using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Studies;

/// <summary>The questionnaire of a study as it stands, and whether it may be changed.</summary>
public sealed class CurrentQuestionnaire(CurrentRow row, Questionnaire questionnaire)
{
    public Guid StudyId => row.StudyId;

    /// <summary>Name of the study.</summary>
    public string Study => row.Study;

    public int Version => row.Version;

    public Questionnaire Questionnaire => questionnaire;

    public DateTimeOffset SavedAt => row.CreatedAt;

    /// <summary>Who saved it; null for nobody signed in.</summary>
    public string? SavedBy => row.CreatedBy;

    /// <summary>Not before a wave is planned that has not opened, unless there is none at all.</summary>
    public bool IsEditable => row.IsEditable;

    /// <summary>The wave that will open with it; null if none is planned.</summary>
    public Guid? DraftWave => row.DraftWave;

    /// <summary>Whether that wave shows all questions on one page; null if none is planned.</summary>
    public bool? OnePage => row.OnePage;

    /// <summary>Name of the last wave that has opened; null if none has.</summary>
    public string? FrozenBy => row.FrozenBy;
}

/// <summary>A version as it was saved.</summary>
public sealed class QuestionnaireVersion(VersionRow row, Questionnaire questionnaire)
{
    public int Version => row.Version;

    public Questionnaire Questionnaire => questionnaire;

    public DateTimeOffset SavedAt => row.CreatedAt;

    /// <summary>Who saved it; null for nobody signed in.</summary>
    public string? SavedBy => row.CreatedBy;

    /// <summary>Keys of questions whose wording was changed as «only the language».</summary>
    public IReadOnlyList<string> Cosmetic => row.Cosmetic;
}

/// <summary>A version that is about to be saved.</summary>
/// <param name="Number">One above the version that it was made from.</param>
/// <param name="Cosmetic">Keys of asked questions that keep their key although their wording changed.</param>
/// <param name="By">The account; null for nobody signed in.</param>
public sealed record NextVersion(int Number, Questionnaire Questionnaire, IReadOnlyList<string> Cosmetic, DateTimeOffset At, Guid? By);

/// <summary>What a wave asks.</summary>
/// <param name="Frozen">Null before it opens: then it will ask what the study's questionnaire says by then.</param>
public sealed record WaveQuestionnaire(Guid Study, string Wave, bool IsClosed, Questionnaire? Frozen);

public sealed record CurrentRow
{
    public required Guid StudyId { get; init; }
    public required string Study { get; init; }
    public required int Version { get; init; }
    public required string Questionnaire { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string? CreatedBy { get; init; }
    public required bool IsEditable { get; init; }
    public required Guid? DraftWave { get; init; }
    public required bool? OnePage { get; init; }
    public required string? FrozenBy { get; init; }
}

public sealed record VersionRow
{
    public required int Version { get; init; }
    public required string Questionnaire { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string? CreatedBy { get; init; }
    public required string[] Cosmetic { get; init; }
}
