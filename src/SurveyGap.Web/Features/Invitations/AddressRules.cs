namespace SurveyGap.Web.Features.Invitations;

/// <summary>What an import has to know of addresses. Mail, which is built upon invitations, knows it and gives it.</summary>
/// <param name="CanBeSentTo">Whether mail can be sent to such an address.</param>
/// <param name="HashOf">The address as the suppression list knows it.</param>
public sealed record AddressRules(Func<string, bool> CanBeSentTo, Func<string, byte[]> HashOf);
