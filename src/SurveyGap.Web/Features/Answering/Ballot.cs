using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>One person's filled-in questionnaire before it is sealed, and again when the closed wave is opened.</summary>
/// <param name="Audience">Who answers.</param>
/// <param name="ThroughOpenLink">Whether nobody invited this person by name.</param>
/// <param name="Segments">Values in the order of the wave's attributes; null where unknown. None through an open link.</param>
/// <param name="Answers">One byte a slot.</param>
/// <param name="Comments">What was written, by dimension; no empty texts.</param>
public sealed record Ballot(
    Audience Audience,
    bool ThroughOpenLink,
    IReadOnlyList<string?> Segments,
    byte[] Answers,
    IReadOnlyDictionary<string, string> Comments);
