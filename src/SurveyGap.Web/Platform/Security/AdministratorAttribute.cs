using Microsoft.AspNetCore.Authorization;

namespace SurveyGap.Web.Platform.Security;

/// <summary>Only for those who run the installation. It opens no client: for that an administrator needs a membership like everybody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AdministratorAttribute : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Asks the database at each request, so that a lost right counts at once.</summary>
internal sealed class AdministratorHandler(AdministratorStore administrators) : AuthorizationHandler<AdministratorAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AdministratorAttribute requirement)
    {
        if (context.Resource is HttpContext http && await administrators.Includes(context.User, http.RequestAborted))
            context.Succeed(requirement);
    }
}
