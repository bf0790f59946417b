using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Studies;

/// <summary>One thing that keeps the groups from being asked the same.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Detail">The word that gave it away, or the key of the other question; null where there is nothing to add.</param>
public sealed record ParityFinding(ParityKind Kind, ParityPlace Place, string? Detail = null)
{
    /// <summary>Whether a wave must not open before this is settled; the others are for the consultant to judge.</summary>
    public bool IsBlocking => Kind is ParityKind.Missing;
}

/// <summary>What the parity check finds.</summary>
public enum ParityKind
{
    /// <summary>A text is missing in one of the questionnaire's languages.</summary>
    Missing,

    /// <summary>A rating is asked with a negative word: «exzellent» would then praise what is bad, and the scale be reversed.</summary>
    Reversed,

    /// <summary>One group would read the same words twice in one language.</summary>
    Duplicate,

    /// <summary>A rating that one of the groups is not asked: no gap can be told there.</summary>
    NotAsked,
}

/// <summary>A text of a questionnaire. The question and the group name a wording; the dimension and the group an invitation to comment.</summary>
/// <param name="Question">Key of the question; null for texts of a dimension or of the questionnaire.</param>
/// <param name="Dimension">Key of the dimension that the text belongs to; null for a question, and for the questionnaire's own name.</param>
/// <param name="Audience">Whose words; null for a name or a label, which all see.</param>
/// <param name="Language">Two letters.</param>
public sealed record ParityPlace(string? Question, string? Dimension, Audience? Audience, string Language);
