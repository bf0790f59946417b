using Microsoft.AspNetCore.Authorization;

namespace SurveyGap.Web.Features.ApiKeys;

/// <summary>Only for programs whose key has one of these scopes.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresScopeAttribute(params ApiScope[] scopes) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>Any one of them is enough.</summary>
    public IReadOnlyList<ApiScope> Scopes { get; } = scopes;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class ScopeHandler : AuthorizationHandler<RequiresScopeAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresScopeAttribute requirement)
    {
        if (context.Resource is HttpContext http && ApiKey.Of(http) is { } key && requirement.Scopes.Any(key.May))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
