using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Web.Platform;

/// <summary>The setting <c>urls</c>.</summary>
internal static class ListeningAddresses
{
    /// <summary>Where the program listens, by default on loopback only.</summary>
    /// <exception cref="SetupException">Nobody can listen there.</exception>
    public static string Listening(this IConfiguration settings) => settings.Read(
        "urls", "http://127.0.0.1:5080", "addresses such as http://127.0.0.1:5080, with a semicolon between them",
        text => text.Split(';', StringSplitOptions.RemoveEmptyEntries).All(CanBeListenedOn) ? text : throw new FormatException());

    private static bool CanBeListenedOn(string url) =>
        BindingAddress.Parse(url) is { Port: >= 0 and <= ushort.MaxValue, Scheme: var scheme } && scheme.ToUpperInvariant() is "HTTP" or "HTTPS";
}
