namespace SurveyGap.Web.Features.Invitations;

/// <summary>What an import has to know of addresses. Mail, which is built upon invitations, knows it and gives it.</summary>
/// <param name="AsCarried">The address as mail carries it, so that two ways to write one domain are one; null if none can be sent to it.</param>
/// <param name="HashOf">The address as the suppression list knows it.</param>
public sealed record AddressRules(Func<string, string?> AsCarried, Func<string, byte[]> HashOf);
