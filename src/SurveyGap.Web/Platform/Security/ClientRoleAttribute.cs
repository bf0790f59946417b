using Microsoft.AspNetCore.Authorization;

namespace SurveyGap.Web.Platform.Security;

/// <summary>
/// Only for members of the client in the route (<c>/clients/{client}/…</c>) with at least this role.
/// To everybody else that is signed in the client does not exist (404); to a member whose role is too low it is forbidden (403).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ClientRoleAttribute(Role role) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The lowest role that may.</summary>
    public Role Role { get; } = role;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
