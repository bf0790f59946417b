using Microsoft.AspNetCore.Mvc.ModelBinding;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Waves;
using Drawings = SurveyGap.Reports.Drawings;

namespace SurveyGap.Web.Features.Clients;

/// <summary>What a consultant sets for a client.</summary>
public sealed record ClientForm
{
    public const int LongestName = 200;
    public const int LongestText = 4000;

    // An edge that nobody sees marks nothing (WCAG 2.2, 1.4.11).
    private const double Visible = 3;

    public string Name { get; init; } = "";

    /// <summary>«#rrggbb».</summary>
    public string Colour { get; init; } = "";

    /// <summary>The language and country of the client's people, such as <c>de-CH</c>.</summary>
    public string Locale { get; init; } = "";

    /// <summary>Where the client's waves open and close, unless a wave says otherwise.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Who stands behind the mails: address, one line a part.</summary>
    public string Imprint { get; init; } = "";

    /// <summary>Whom respondents ask about their data.</summary>
    public string PrivacyContact { get; init; } = "";

    /// <summary>Key of the text that says what is wrong.</summary>
    [BindNever]
    public string? Fault { get; init; }

    public static IReadOnlyList<string> Locales { get; } = ["de-CH", "de-DE", "de-AT", "en-GB", "en-US", "fr-CH", "it-CH"];

    public string? Check() => this switch
    {
        _ when !PlainText.IsName(Name, LongestName) => "Name.Missing",
        _ when !Drawings.Colour.TryParse(Colour, out _) => "Colour.Wrong",
        _ when !Locales.Contains(Locale, StringComparer.Ordinal) => "Locale.Unknown",
        _ when !ZoneTime.Zones.Contains(TimeZone, StringComparer.Ordinal) => "TimeZone.Unknown",
        _ when Imprint.Length > LongestText => "Imprint.TooLong",
        _ when PrivacyContact.Length > LongestText => "PrivacyContact.TooLong",
        _ => null,
    };

    /// <summary>The colour, darkened until it is seen on white. Not a property: the framework would read it before anybody has checked the colour.</summary>
    public string VisibleColour() => Drawings.Colour.Parse(Colour).DarkenedTo(Visible).ToString().ToLowerInvariant();
}
