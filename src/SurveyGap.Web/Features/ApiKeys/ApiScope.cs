namespace SurveyGap.Web.Features.ApiKeys;

/// <summary>What a key allows. In the database and for programs: in small letters.</summary>
public enum ApiScope
{
    /// <summary>Reads what readers read: closed waves, their releases and reports.</summary>
    Results,

    /// <summary>Adds people to waves and takes them out.</summary>
    People,

    /// <summary>Opens, extends and closes waves, and sees how many have answered.</summary>
    Waves,
}

/// <summary>The names of scopes.</summary>
public static class ApiScopes
{
    public static IReadOnlyList<ApiScope> All { get; } = Enum.GetValues<ApiScope>();

    public static string NameOf(ApiScope scope) => scope.ToString().ToLowerInvariant();
}
