using Microsoft.AspNetCore.Http.Features;

namespace SurveyGap.Web.Platform.Telemetry;

/// <summary>Names each trace by its route, where the framework would name it by nothing at all.</summary>
internal static class TraceRoutes
{
    public static IApplicationBuilder UseTraceRoutes(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } trace && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: var route })
        {
            trace.DisplayName = $"{context.Request.Method} {route}";
            trace.SetTag("http.route", route);
        }

        return next(context);
    });
}
