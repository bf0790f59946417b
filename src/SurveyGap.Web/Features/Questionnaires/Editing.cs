using System.Text.Json;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>
/// Saves a change as the next version. Two consultants at work do not disturb each other as long as they change different parts:
/// a change is made to the questionnaire as it stands, and refused only where somebody else changed the same part meanwhile.
/// </summary>
public sealed class Editing(QuestionnaireStore questionnaires, TimeProvider clock)
{
    // Somebody else may save between reading and writing; a third time in a row is no accident any more.
    private const int Attempts = 5;

    public async Task<Outcome> Save(Change change)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await questionnaires.Current(change.Client, change.Study) is not { } current)
                return new Outcome.Gone();
            if (await Attempt(change, current) is { } outcome)
                return outcome;
        }

        throw new InvalidOperationException($"The questionnaire of study {change.Study} could not be saved, although nobody else changed it.");
    }

    // Null: somebody else was faster, so the same is tried again on top of theirs.
    private async Task<Outcome?> Attempt(Change change, CurrentQuestionnaire current)
    {
        var asked = await questionnaires.Asked(change.Client, change.Study);
        if (change.Edit(current.Questionnaire, asked) is not { } edited)
            return new Outcome.Gone();
        if (Same(edited, current.Questionnaire))
            return new Outcome.Saved(current.Version, edited);
        if (!current.IsEditable)
            return new Outcome.Frozen(current);
        if (await IsDisputed(change, current))
            return new Outcome.Conflict(current);

        var next = change.IsCosmetic ? edited : edited.Renewed(current.Questionnaire, asked);
        if (QuestionnaireRules.Faults(next).ToList() is { Count: > 0 } faults)
            return new Outcome.Refused(current, faults);

        string[] cosmetic = change.IsCosmetic ? [.. edited.AskedAnew(current.Questionnaire, asked).Select(question => question.Key)] : [];
        var version = new NextVersion(current.Version + 1, next, cosmetic, clock.GetUtcNow(), change.Account);
        return await questionnaires.Save(change.Client, change.Study, version) ? new Outcome.Saved(version.Number, next) : null;
    }

    private async Task<bool> IsDisputed(Change change, CurrentQuestionnaire current)
    {
        if (change.Based == current.Version)
            return false;
        var based = await questionnaires.Version(change.Client, change.Study, change.Based);
        return based is null || !Same(change.Part(based.Questionnaire), change.Part(current.Questionnaire));
    }

    private static bool Same<T>(T one, T other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}

/// <summary>What somebody wants to change.</summary>
/// <param name="Based">The version that they saw when they began.</param>
/// <param name="Account">Who.</param>
public sealed record Change(Guid Client, Guid Study, int Based, Guid? Account)
{
    /// <summary>The change itself; null where what it is about is gone.</summary>
    public required Func<Questionnaire, AskedQuestions, Questionnaire?> Edit { get; init; }

    /// <summary>What nobody else may have changed meanwhile; by itself nothing, as with moving a question up.</summary>
    public Func<Questionnaire, object?> Part { get; init; } = _ => null;

    /// <summary>Whether new words ask the same as the old ones, so that the questions keep their keys.</summary>
    public bool IsCosmetic { get; init; }
}

/// <summary>How saving a change ended.</summary>
public abstract record Outcome
{
    /// <summary>The change is in this version; the number stays if there was nothing to change.</summary>
    public sealed record Saved(int Version, Questionnaire Questionnaire) : Outcome;

    /// <summary>Somebody else changed the same: nothing was saved.</summary>
    public sealed record Conflict(CurrentQuestionnaire Theirs) : Outcome;

    /// <summary>A wave has opened with this questionnaire, and no other is planned.</summary>
    public sealed record Frozen(CurrentQuestionnaire Current) : Outcome;

    /// <summary>The result would not be a questionnaire.</summary>
    public sealed record Refused(CurrentQuestionnaire Current, IReadOnlyList<QuestionnaireFault> Faults) : Outcome;

    /// <summary>There is no such study, or no such part of its questionnaire any more.</summary>
    public sealed record Gone : Outcome;
}
