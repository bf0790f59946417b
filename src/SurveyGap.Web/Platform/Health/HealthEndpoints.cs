using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace SurveyGap.Web.Platform.Health;

/// <summary>
/// For whoever watches over the process: <c>/health/live</c> (it answers: else restart it) and <c>/health/ready</c>
/// (it can work: else send people to another instance).
/// </summary>
internal static class HealthEndpoints
{
    // By itself the framework answers every verb.
    private static readonly HttpMethodMetadata ReadOnly = new([HttpMethods.Get, HttpMethods.Head]);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<Readiness>("ready");
        return services
            .AddSingleton<Farewell>()
            .AddSingleton<IConnectionListenerFactory>(provider => provider.GetRequiredService<Farewell>());
    }

    public static IApplicationBuilder UseFarewell(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<Farewell>().Tell(context);
        return next(context);
    });

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).WithMetadata(ReadOnly).AllowAnonymous();
        app.MapHealthChecks("/health/ready").WithMetadata(ReadOnly).AllowAnonymous();
    }
}
