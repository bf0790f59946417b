using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SurveyGap.Web.Platform.Security;

/// <summary>The second lock: no action works on another client than the one whose membership was checked, wherever its id came from.</summary>
internal sealed class SameClient : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (context.ActionArguments.TryGetValue("client", out var bound) && !Equals(bound, CurrentClient.Of(context.HttpContext)?.Id))
            context.Result = new NotFoundResult();
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
