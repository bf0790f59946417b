using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.ApiKeys;

/// <summary>The keys of a client's programs: made, looked at, revoked.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/api-keys")]
public sealed class ApiKeysController(ApiKeyStore keys, TimeProvider clock) : Controller
{
    [HttpGet]
    public Task<IActionResult> Show(Guid client, CancellationToken cancellation) => Page(client, new ApiKeyForm(), made: null, cancellation);

    /// <summary>A new key; its text stands in this answer and nowhere else.</summary>
    [HttpPost]
    public async Task<IActionResult> Make(Guid client, [FromForm] ApiKeyForm form, CancellationToken cancellation)
    {
        if (form.Wish is not { } wish)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Page(client, form, made: null, cancellation);
        }

        var token = await keys.Make(client, wish, AccountClaims.IdOf(User)!.Value, cancellation);
        return await Page(client, new ApiKeyForm(), ApiSecret.TextOf(token), cancellation);
    }

    [HttpPost("{key:guid}/revocation")]
    public async Task<IActionResult> Revoke(Guid client, Guid key, CancellationToken cancellation)
    {
        await keys.Revoke(client, key, AccountClaims.IdOf(User)!.Value, cancellation);
        return Redirect($"~/clients/{client}/api-keys");
    }

    private async Task<IActionResult> Page(Guid client, ApiKeyForm form, string? made, CancellationToken cancellation) =>
        View("ApiKeys", new ApiKeysPage(await keys.OfClient(client, cancellation), form, made, clock.GetUtcNow(), IsSent: HttpMethods.IsPost(Request.Method) && made is null));
}

/// <summary>A wish as it stands in the form.</summary>
public sealed record ApiKeyForm
{
    public const int LongestName = 100;

    public string Name { get; init; } = "";

    /// <summary>Null if none is ticked.</summary>
    public IReadOnlyList<ApiScope>? Scopes { get; init; }

    /// <summary>One of <see cref="ApiKeysPage.Days"/>; 0 until it is revoked.</summary>
    public int Days { get; init; } = ApiKeysPage.Days[0];

    public bool IsNameMissing => PlainName.Length is 0 or > LongestName;

    /// <summary>The wish; null if something is missing.</summary>
    internal NewApiKey? Wish => IsNameMissing || Scopes is not { Count: > 0 } scopes
        ? null
        : new NewApiKey(PlainName, [.. scopes.Distinct()], Days == 0 ? null : ApiKeysPage.Days.Contains(Days) ? Days : ApiKeysPage.Days[0]);

    private string PlainName => PlainText.Of(Name).ReplaceLineEndings(" ").Trim();
}

/// <param name="Keys">All there were, the newest first.</param>
/// <param name="Form">What is wished for.</param>
/// <param name="Made">The text of the one that was just made; null for none.</param>
/// <param name="Now">When this was read.</param>
/// <param name="IsSent">Whether the form came back because something is missing.</param>
public sealed record ApiKeysPage(IReadOnlyList<IssuedKey> Keys, ApiKeyForm Form, string? Made, DateTimeOffset Now, bool IsSent)
{
    /// <summary>How long a key may work; 0 until it is revoked.</summary>
    public static IReadOnlyList<int> Days { get; } = [365, 90, 30, 0];

    public bool IsNameWrong => IsSent && Form.IsNameMissing;

    public bool AreScopesMissing => IsSent && Form.Scopes is not { Count: > 0 };
}
