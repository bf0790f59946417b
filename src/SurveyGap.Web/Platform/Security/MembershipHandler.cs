using Microsoft.AspNetCore.Authorization;

namespace SurveyGap.Web.Platform.Security;

/// <summary>Asks the database at each request, so that a lost membership or a disabled account counts at once.</summary>
internal sealed class MembershipHandler(MembershipStore memberships) : AuthorizationHandler<ClientRoleAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ClientRoleAttribute requirement)
    {
        if (context.Resource is not HttpContext http || AccountClaims.IdOf(context.User) is not { } account)
            return;

        if (!Guid.TryParse(http.GetRouteValue("client") as string, out var id)
            || await memberships.Find(account, id, http.RequestAborted) is not { } client)
        {
            context.Fail(new NotAMember(this));
            return;
        }

        http.Features.Set(client);
        if (client.Role >= requirement.Role)
            context.Succeed(requirement);
    }
}

/// <summary>Why nobody may even learn that the client exists.</summary>
internal sealed class NotAMember(IAuthorizationHandler handler) : AuthorizationFailureReason(handler, "No membership.");
