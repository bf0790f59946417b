using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.ApiKeys;

/// <summary>Programs prove themselves with <c>Authorization: Bearer surveygap_…</c> (RFC 6750). Unknown, expired and revoked keys are answered alike.</summary>
internal sealed class ApiKeyHandler(
    ApiKeyStore keys, Guesses guesses, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "ApiKey";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ApiSecret.ShownBy(Request) is not { } token)
            return AuthenticateResult.NoResult();
        if (await keys.Use(token, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("No such key.");

        Context.Features.Set(key);
        // No account: nothing that asks for one takes a program for it.
        ClaimsPrincipal program = new(new ClaimsIdentity([new Claim(ClaimTypes.Name, key.Name)], SchemeName));
        return AuthenticateResult.Success(new AuthenticationTicket(program, SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var isGuess = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        if (isGuess && !guesses.Count(Context))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = TimeSpan.FromMinutes(1).TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = isGuess ? "Bearer error=\"invalid_token\"" : "Bearer";
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        var scopes = Context.GetEndpoint()?.Metadata.GetMetadata<RequiresScopeAttribute>()?.Scopes ?? [];
        Response.Headers[HeaderNames.WWWAuthenticate] = $"Bearer error=\"insufficient_scope\", scope=\"{string.Join(' ', scopes.Select(ApiScopes.NameOf))}\"";
        return Task.CompletedTask;
    }
}
