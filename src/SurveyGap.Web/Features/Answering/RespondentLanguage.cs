using Microsoft.AspNetCore.Localization;

namespace SurveyGap.Web.Features.Answering;

/// <summary>A respondent's page speaks the language of its address: <c>/answer/{wave}/fr/3</c>.</summary>
internal sealed class RespondentLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(httpContext.GetRouteValue("language") is string language ? new ProviderCultureResult(language) : null);
}
