using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace SurveyGap.Web.Features.Api;

/// <summary>What the framework finds wrong in a request before an operation sees it, in the words of <see cref="Problem"/>.</summary>
internal static partial class BodyFaults
{
    public static IActionResult Refuse(ActionContext context)
    {
        var isBody = context.ModelState.Keys.Any(IsInBody);
        // Beside a fault within the body the framework says that there was no body, which is not so.
        var found = context.ModelState.Where(entry => entry.Value!.Errors.Count > 0 && (!isBody || IsInBody(entry.Key))).ToList();
        return new ObjectResult(new Problem
        {
            Status = StatusCodes.Status400BadRequest,
            Title = ReasonPhrases.GetReasonPhrase(StatusCodes.Status400BadRequest),
            Code = "bad-request",
            Detail = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>()["Problem.bad-request"],
            Errors = [.. found.SelectMany(entry => entry.Value!.Errors.Select(error => FaultOf(entry.Key, error))).Take(Problem.MostErrors)],
            Correlation = context.HttpContext.TraceIdentifier,
        })
        { StatusCode = StatusCodes.Status400BadRequest };
    }

    private static Fault FaultOf(string key, ModelError error) => IsInBody(key)
        ? new Fault(PointerOf(key), "unreadable", Plain(error.ErrorMessage))
        : new Fault(null, "bad-parameter", error.ErrorMessage.Length > 0 ? error.ErrorMessage : key);

    private static bool IsInBody(string key) => key.StartsWith('$');

    // «$.people[3].email» is «#/people/3/email».
    private static string PointerOf(string path) => "#" + Step().Replace(path[1..], "/${name}");

    // Names of types are ours; where it is stands in the pointer.
    private static string Plain(string message) =>
        TypeName().Replace(message.Split(" Path: ")[0], "${name}");

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\[['""]?(?<name>[^\]'""]+)['""]?\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"(System|SurveyGap)\.([\w`]+[.+])*(?<name>\w+)(`\d)?(\[[^\s]*\])?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeName();
}
