using System.Globalization;

namespace SurveyGap.Web.Platform.Settings;

/// <summary>Which settings there are. A test compares ours with the README's table and with what the code reads.</summary>
internal static class SettingNames
{
    private const int MostTypingErrors = 3;

    private static readonly string[] OfTheFramework =
    [
        "$schema", "AllowedHosts", "applicationName", "Authentication", "captureStartupErrors", "contentRoot", "detailedErrors", "environment", "hostBuilder",
        "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "http_ports", "https_port", "https_ports", "Kestrel", "Logging", "Metrics", "preferHostingUrls",
        "preventHostingStartup", "ReloadStaticAssetsAtRuntime", "shutdownTimeoutSeconds", "startupAssembly", "staticWebAssets", "suppressStatusMessages", "webroot",
    ];

    // What the option --demo is inside.
    private const string Demo = "demo";

    /// <summary>By their whole names; of a list the first element.</summary>
    public static IReadOnlyList<string> Ours { get; } =
    [
        "urls",
        "data",
        "Site:Url",
        "ConnectionStrings:SurveyGap",
        "ConnectionStrings:SurveyGapOwner",
        "Postgres:Binaries",
        "Postgres:User",
        "Waves:KeyDirectory",
        "Responses:KeepDays",
        "Audit:KeepDays",
        "Backups:KeepDays",
        "Protection:Certificate",
        "Protection:CertificatePassword",
        "Mail:From",
        "Mail:Bounces",
        "Mail:Smtp:Host",
        "Mail:Smtp:Port",
        "Mail:Smtp:Security",
        "Mail:Smtp:User",
        "Mail:Smtp:Password",
        "Mail:Smtp:Authority",
        "Mail:Smtp:Connections",
        "Mail:Smtp:MailsPerSecond",
        "Mail:Smtp:Patience",
        "Mail:KeyFile",
        "Mail:BounceSecret",
        "Mail:NameServer",
        "Mail:Dkim:Domain",
        "Mail:Dkim:Selector",
        "Mail:Dkim:KeyFile",
        "Proxies:0",
        "Erasures:File",
        "Telemetry:Otlp",
        "Telemetry:Protocol",
        "Telemetry:Seconds",
    ];

    public static bool IsKnown(string name) =>
        Ours.Contains(FirstOfList(name), StringComparer.OrdinalIgnoreCase) || Is(name, Demo) || OfTheFramework.Contains(Section(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether nobody but us can have meant it. Other programs have connection strings too.</summary>
    public static bool IsInOurSections(string name) => Is(Section(name), "ConnectionStrings")
        ? name.StartsWith("ConnectionStrings:SurveyGap", StringComparison.OrdinalIgnoreCase)
        : name.Contains(':', StringComparison.Ordinal) && Ours.Any(ours => Is(Section(ours), Section(name)));

    /// <summary>What was probably meant; null if nothing is near.</summary>
    public static string? Nearest(string name)
    {
        var (nearest, errors) = Ours.Select(ours => (ours, Errors: Distance(name.ToUpperInvariant(), ours.ToUpperInvariant()))).MinBy(each => each.Errors);
        return errors <= Math.Min(MostTypingErrors, name.Length / 2) ? nearest : null;
    }

    private static string FirstOfList(string name) =>
        name.LastIndexOf(':') is > 0 and var last && int.TryParse(name.AsSpan(last + 1), CultureInfo.InvariantCulture, out _) ? $"{name[..last]}:0" : name;

    private static string Section(string name) => name.Split(':', 2)[0];

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    // Levenshtein's, row by row.
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j - 1], diagonal) + 1);
            }
        }

        return row[^1];
    }
}
