using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.ApiKeys;

/// <summary>The key of the program that asks: whose it is, and what it may. The client comes from here and from nowhere else.</summary>
public sealed record ApiKey
{
    public required Guid KeyId { get; init; }

    public required string Name { get; init; }

    public required string[] Scopes { get; init; }

    /// <summary>Who made it: to whom people answer when they answer a mail that the program sent.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>As a reader sees it.</summary>
    public required CurrentClient Client { get; init; }

    public Actor Actor => Actor.OfKey(KeyId);

    public bool May(ApiScope scope) => Scopes.Contains(ApiScopes.NameOf(scope), StringComparer.Ordinal);

    /// <summary>Waves that are not closed are none of a reader's business.</summary>
    public bool SeesRunningWaves => May(ApiScope.People) || May(ApiScope.Waves);

    /// <summary>The key of this request; null where none was shown that is valid.</summary>
    public static ApiKey? Of(HttpContext context) => context.Features.Get<ApiKey>();
}
