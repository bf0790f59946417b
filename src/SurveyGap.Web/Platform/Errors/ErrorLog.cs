using Microsoft.AspNetCore.Diagnostics;

namespace SurveyGap.Web.Platform.Errors;

/// <summary>
/// Ties the number that the person sees to the exception that the framework logs.
/// The route stands for the path: a path may hold a token.
/// </summary>
internal sealed partial class ErrorLog(ILogger<ErrorLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var route = (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
        Failed(httpContext.TraceIdentifier, httpContext.Request.Method, route, exception.GetType().Name);
        return ValueTask.FromResult(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Correlation}: {Method} {Route} failed with {Exception}.")]
    private partial void Failed(string correlation, string method, string route, string exception);
}
