using System.Security.Claims;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Accounts;

/// <summary>A person who signs in.</summary>
public sealed record Account
{
    public required Guid AccountId { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    /// <summary>The language of the screens.</summary>
    public required string Language { get; init; }

    /// <summary>Null until the person has chosen a password.</summary>
    public required string? PasswordHash { get; init; }

    /// <summary>Changes with the password, and so ends sessions and spends set-password links.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>Whether signing in asks for a code as well.</summary>
    public required bool HasSecondFactor { get; init; }

    /// <summary>What a session carries.</summary>
    public ClaimsPrincipal ToPrincipal() => AccountClaims.Of(AccountId, Name, SecurityStamp, Language);
}
