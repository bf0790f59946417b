using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>Who a link was made for.</summary>
/// <param name="Invitation">Null through an open link: then nobody knows.</param>
/// <param name="Language">What the invitation was written in; null through an open link.</param>
/// <param name="Segments">In the order of the wave's attributes.</param>
public sealed record Respondent(Guid? Invitation, Audience Audience, string? Language, IReadOnlyList<string?> Segments)
{
    public bool ThroughOpenLink => Invitation is null;

    /// <summary>
    /// What a ballot says of the person. Executives are too few to be split; who came through an open link may be anybody,
    /// and must not lift a group of invited people over the minimum.
    /// </summary>
    public IReadOnlyList<string?> SegmentsOnBallot(Survey survey, string answeredIn) =>
        Audience is Audience.Executive || ThroughOpenLink
            ? [.. survey.Attributes.Select(_ => (string?)null)]
            : [.. survey.Attributes.Select((attribute, index) => attribute == "language" ? answeredIn : Segments.ElementAtOrDefault(index))];
}
