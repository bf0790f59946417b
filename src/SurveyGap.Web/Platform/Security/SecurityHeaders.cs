namespace SurveyGap.Web.Platform.Security;

/// <summary>What every response says to the browser: nothing runs, loads, frames or leaks that is not named here.</summary>
internal static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Write((HttpContext)state), context);
        return next(context);
    });

    /// <summary>
    /// The response holds the markup of a mail, with the styles that mail programs need: it may stand in a frame of our own pages,
    /// and nothing in it runs, loads or sends.
    /// </summary>
    public static void AllowMailMarkup(HttpContext context) => context.Items[typeof(SecurityHeaders)] = MailPolicy;

    private static Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Items[typeof(SecurityHeaders)] as string ?? Policy(Nonce.Of(context), context.GetEndpoint()?.Metadata);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // Pages, reports and forms stay out of every cache; the files of wwwroot bring their own header.
        if (headers.CacheControl.Count == 0 || headers.ETag.Count == 0)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    private static string Policy(string nonce, EndpointMetadataCollection? endpoint) =>
        "default-src 'none'; "
        + $"style-src 'self' 'nonce-{nonce}'; script-src 'self' 'nonce-{nonce}'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + (endpoint?.GetMetadata<HoldsFramesAttribute>() is null ? "" : "frame-src 'self'; ")
        + $"form-action 'self'; base-uri 'none'; frame-ancestors {(endpoint?.GetMetadata<MayBeFramedAttribute>() is null ? "'none'" : "'self'")}";
}
