namespace SurveyGap.Web.Platform.Errors;

/// <summary>Whatever fails is shown as a page (or as problem details, to whoever asks for JSON), never as a stack trace.</summary>
internal static class ErrorPages
{
    public static IServiceCollection AddErrorPages(this IServiceCollection services) => services
        .AddExceptionHandler<ErrorLog>()
        .AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions["correlation"] = context.HttpContext.TraceIdentifier);

    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/errors/500",
            StatusCodeSelector = StatusOf,
            // A failed look at the session is remembered within a scope, and would fail the page that tells of it as well.
            CreateScopeForErrors = true,
        });
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        return app;
    }

    /// <summary>503 where sending the same again helps.</summary>
    internal static int StatusOf(Exception exception) => exception switch
    {
        UnavailableException => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
