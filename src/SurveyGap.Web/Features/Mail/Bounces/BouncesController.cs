using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Mail.Bounces;

/// <summary>
/// Mails that came back, handed over by a mail server on another machine:
/// <c>curl --data-binary @- -H 'Content-Type: message/rfc822' -H 'Authorization: Bearer SECRET' https://…/bounces</c>.
/// Where no secret is configured, there is no such address.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ApiController]
public sealed class BouncesController(MailSettings settings, BounceStore bounces) : ControllerBase
{
    private const int LargestMessage = 4 * 1024 * 1024;
    private const string Scheme = "Bearer ";

    [HttpPost("/bounces"), EnableRateLimiting(RateLimits.ByMachine), RequestSizeLimit(LargestMessage)]
    public async Task<IActionResult> Take(CancellationToken cancellation)
    {
        if (settings.BounceSecret is not { } secret)
            return Problem(statusCode: StatusCodes.Status404NotFound);
        if (!IsSaid(secret))
            return Problem(statusCode: StatusCodes.Status401Unauthorized);

        using var reader = new StreamReader(Request.Body, Encoding.Latin1);
        var (report, refusal) = BounceReport.Read(await reader.ReadToEndAsync(cancellation));
        if (report is null)
            return Problem(refusal, statusCode: StatusCodes.Status422UnprocessableEntity);
        return await bounces.Mark(report, cancellation)
            ? NoContent()
            : Problem("The notification names a mail that is not ours, or no longer.", statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    // Hashed first, so that not even the length shows in the time.
    private bool IsSaid(string secret) =>
        Request.Headers.Authorization.ToString() is var said && said.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Hash(said[Scheme.Length..].Trim()), Hash(secret));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
