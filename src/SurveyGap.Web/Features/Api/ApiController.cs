using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Api;

/// <summary>What all operations for programs have in common. No cookie counts here, so no form can be forged.</summary>
[ApiController, IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.ByKey)]
public abstract class ApiController(IStringLocalizer<Texts> texts) : ControllerBase
{
    protected IStringLocalizer<Texts> Texts => texts;

    protected ApiKey Key => ApiKey.Of(HttpContext)!;

    /// <summary>The client comes from the key, and from nowhere else.</summary>
    protected Guid Client => Key.Client.Id;

    /// <summary>Says no, in words for people and in a code for programs.</summary>
    protected ObjectResult Refused(int status, string code, IEnumerable<Fault>? errors = null) => new(new Problem
    {
        Status = status,
        Title = ReasonPhrases.GetReasonPhrase(status),
        Code = code,
        Detail = texts[$"Problem.{code}"],
        Errors = [.. (errors ?? []).Take(Api.Problem.MostErrors)],
        Correlation = HttpContext.TraceIdentifier,
    })
    { StatusCode = status };
}
