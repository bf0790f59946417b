namespace SurveyGap.Web.Features.Closing;

/// <summary>How far a closing is. Until the last step is done nothing has happened.</summary>
public sealed record ClosingProgress(ClosingStage Stage, long Done, long Of);

public enum ClosingStage
{
    /// <summary>Ballots are read and opened.</summary>
    Opening,

    /// <summary>Nameless responses are written.</summary>
    Writing,

    /// <summary>Ballots, drafts and flags are deleted.</summary>
    Forgetting,
}
