using SurveyGap.Analysis;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Closing;

/// <summary>What counting needs to know of a wave.</summary>
public sealed record ClosingWave(
    Guid Wave,
    Questionnaire Questionnaire,
    IReadOnlyList<string> Attributes,
    Thresholds Thresholds,
    IReadOnlyDictionary<Audience, Participation> Participation);

/// <summary>What is left of the ballots once the wave is closed.</summary>
/// <param name="Responses">Coarsened and shuffled.</param>
/// <param name="Comments">Shuffled apart from the responses.</param>
/// <param name="Counts">The release.</param>
/// <param name="Unreadable">Ballots that this wave's key did not seal: somebody put them there.</param>
public sealed record Outcome(
    IReadOnlyList<Response> Responses,
    IReadOnlyList<Comment> Comments,
    WaveCounts Counts,
    int Unreadable);

/// <summary>What somebody wrote, with its audience and dimension and nothing else.</summary>
public sealed record Comment(Audience Audience, string Dimension, string Text);

/// <summary>How closing ended.</summary>
public enum Closure
{
    Closed,

    /// <summary>Closing twice changes nothing.</summary>
    AlreadyClosed,

    /// <summary>A wave that never opened has nothing to close; another client's does not exist.</summary>
    NotOpen,
}
