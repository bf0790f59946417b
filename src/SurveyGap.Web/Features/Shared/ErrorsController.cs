using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Shared;

/// <summary>What a person sees when something is not there or went wrong. Reached by re-execution only, with whatever verb failed.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController : Controller
{
    private static readonly int[] Told = [400, 403, 404, 413, 429, 500, 503];

    [Route("/errors/{status:int:range(400,599)}")]
    public IActionResult Show(int status)
    {
        // The exception handler has chosen a better one than the path can name.
        if (Response.StatusCode >= 400)
            status = Response.StatusCode;
        Response.StatusCode = status;
        if (status is 503 && Response.Headers.RetryAfter.Count == 0)
            Response.Headers.RetryAfter = DatabaseUnavailableException.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);

        if (WantsJson())
            return Problem(statusCode: status);
        return View("Error", Told.Contains(status) ? status : status >= 500 ? 500 : 400);
    }

    private bool WantsJson() =>
        Request.GetTypedHeaders().Accept is [var first, ..] && first.MediaType.Value is { } type
        && (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal));
}
