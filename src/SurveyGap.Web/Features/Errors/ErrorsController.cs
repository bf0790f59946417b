using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Errors;

namespace SurveyGap.Web.Features.Errors;

/// <summary>What a person sees when something is not there or went wrong. Reached by re-execution only, with whatever verb failed.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController : Controller
{
    private static readonly int[] Told = [400, 403, 404, 413, 429, 500, 503];

    [Route("/errors/{status:int:range(400,599)}")]
    public async Task<IActionResult> Show(int status)
    {
        // The exception handler has chosen a better one than the path can name.
        if (Response.StatusCode >= 400)
            status = Response.StatusCode;
        Response.StatusCode = status;
        if (status is 503 && Response.Headers.RetryAfter.Count == 0)
            Response.Headers.RetryAfter = UnavailableException.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);

        if (IsForPrograms() || WantsJson())
            return Problem(statusCode: status, title: ReasonPhrases.GetReasonPhrase(status));
        return View("Error", new ErrorPage(Told.Contains(status) ? status : status >= 500 ? 500 : 400, status is 503 ? await WhatWasSent() : null) { Largest = LargestRequest() });
    }

    // The failed endpoint's own limit still holds here.
    private string LargestRequest() => HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize switch
    {
        { } limit and >= 1 << 20 => $"{limit >> 20} MB",
        { } limit => $"{limit >> 10} KB",
        null => "",
    };

    // Nothing was saved, so what was typed goes back into the page, to be sent again with one press. Passwords do not.
    private async Task<SentForm?> WhatWasSent()
    {
        if (!HttpMethods.IsPost(Request.Method) || !Request.HasFormContentType
            || HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path is not { } address)
            return null;

        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        return form.Files.Count > 0 || form.Keys.Any(key => key.Contains("password", StringComparison.OrdinalIgnoreCase))
            ? null
            : new SentForm(address, [.. form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))]);
    }

    private bool IsForPrograms() =>
        (HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath) is { } path
        && ProgramPath.Holds(path);

    private bool WantsJson() =>
        Request.GetTypedHeaders().Accept is [var first, ..] && first.MediaType.Value is { } type
        && (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal));
}

/// <summary>What went wrong.</summary>
/// <param name="Status">One of those that there are words for.</param>
/// <param name="Sent">What can be sent again; null if nothing.</param>
public sealed record ErrorPage(int Status, SentForm? Sent)
{
    /// <summary>How much may be sent there at once.</summary>
    public required string Largest { get; init; }
}

/// <summary>A form that was sent in vain.</summary>
public sealed record SentForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields);
