namespace SurveyGap.Web.Platform.Security;

/// <summary>The client that a request works on, as its account may see it. Exists only where the membership was checked.</summary>
public sealed record CurrentClient
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>As <c>#rrggbb</c>; marks the edge of the page and nothing else.</summary>
    public required string Colour { get; init; }

    /// <summary>Language and country of its people, such as <c>de-CH</c>: how its reports and papers write numbers and dates.</summary>
    public required string Locale { get; init; }

    /// <summary>Where it is, such as <c>Europe/Zurich</c>: its moments are told by the clock there, and new waves begin with it.</summary>
    public required string TimeZone { get; init; }

    public required bool IsDemo { get; init; }

    public required bool HasLogo { get; init; }

    /// <summary>Out of the lists, but still there.</summary>
    public required bool IsArchived { get; init; }

    public required Role Role { get; init; }

    /// <summary>Two capitals; null where the locale names none.</summary>
    public string? Country => Locale.Split('-').ElementAtOrDefault(1);

    /// <summary>The client of this request; null on pages over all clients.</summary>
    public static CurrentClient? Of(HttpContext context) => context.Features.Get<CurrentClient>();
}
