using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Web.Platform;

/// <summary>
/// Where people reach this installation: <c>Site:Url</c>, else where it listens. Links in mails, QR codes and on the console
/// start with it, never with what a request calls the host.
/// </summary>
/// <exception cref="SetupException">What is set is no address.</exception>
public sealed class PublicAddress(IConfiguration configuration)
{
    private readonly Uri _root = configuration.WebAddress("Site:Url") ?? OfListening(configuration.Listening().Split(';')[0]);

    /// <summary>The whole address of a path such as «password/…».</summary>
    public Uri Of(string path) => new(_root, path);

    // «http://*:5080» can be listened on, but not opened.
    private static Uri OfListening(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        ? address
        : throw new SetupException($"Site:Url is missing: urls is '{url}', which nobody can open.");
}
