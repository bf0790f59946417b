using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Invitations;

/// <summary>One person to invite.</summary>
/// <param name="Invitation">Given by the caller, so that adding the same people again changes nothing.</param>
/// <param name="Email">Null if the link is handed over on paper.</param>
/// <param name="Segments">In the order of the wave's attributes; null where unknown.</param>
public sealed record NewInvitation(
    Guid Invitation,
    string? Name,
    string? Email,
    string Language,
    Audience Audience,
    IReadOnlyList<string?> Segments);
