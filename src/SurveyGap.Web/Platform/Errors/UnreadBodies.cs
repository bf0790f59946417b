using Microsoft.AspNetCore.Http.Features;

namespace SurveyGap.Web.Platform.Errors;

/// <summary>
/// Whoever is refused while their upload is still on its way reads the answer: closed under their hands, the connection would be
/// reset, and the browser would show an error of its own in place of our page.
/// </summary>
internal static class UnreadBodies
{
    // Enough for a hundred megabytes over a slow line; what takes longer is cut off after all.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static IApplicationBuilder UseUnreadBodies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (IsUnread(context.Request))
            await RunOut(context);
    });

    // Who asks before sending has our answer, and sends nothing.
    private static bool IsUnread(HttpRequest request) =>
        request.ContentLength > 0 && request.Headers.Expect.Count == 0
        && request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false };

    private static async Task RunOut(HttpContext context)
    {
        await context.Response.CompleteAsync();
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        patience.CancelAfter(Patience);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, patience.Token);
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // They hung up, or took too long. The answer is written; the server closes the connection.
        }
    }
}
