using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.Controllers;
using SurveyGap.Web.Platform.Localisation;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// A respondent's page speaks the language of its address: <c>/answer/{wave}/fr/3</c>. A link that leads nowhere has none:
/// there the browser is asked, for any language that respondents can read.
/// </summary>
internal sealed class RespondentLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = (httpContext.GetRouteValue("language") ?? WhatFailed(httpContext)?["language"]) as string ?? (IsLink(httpContext) ? AskedBy(httpContext) : null);
        return Task.FromResult(language is null ? null : new ProviderCultureResult(language));
    }

    // The page that says that something failed has an address of its own, and speaks the language of what failed.
    private static RouteValueDictionary? WhatFailed(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.RouteValues ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.RouteValues;

    private static bool IsLink(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.AsType() == typeof(LinksController);

    private static string? AskedBy(HttpContext context) => context.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(Languages.All.Contains);
}
