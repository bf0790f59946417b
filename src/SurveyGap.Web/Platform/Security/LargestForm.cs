using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SurveyGap.Web.Platform.Security;

/// <summary>A form that is too large is told so (413). The check for forged forms would only say that it found no token in it (400).</summary>
internal sealed class LargestForm : IAuthorizationFilter, IOrderedFilter
{
    // After the framework's filter that gives an upload its own limit (900), before the check for forged forms (1000).
    public int Order => 950;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (http.Request.ContentLength > limit && !TellsOfAnError(http))
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }

    // The page that says so is asked for by the same request.
    private static bool TellsOfAnError(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
}
