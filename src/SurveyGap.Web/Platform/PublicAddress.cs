namespace SurveyGap.Web.Platform;

/// <summary>
/// Where people reach this installation: <c>Site:Url</c>, else where it listens. Links in mails, QR codes and on the console
/// start with it, never with what a request calls the host.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    private readonly Uri _root = new(configuration["Site:Url"] ?? configuration["urls"]?.Split(';')[0] ?? "http://127.0.0.1:5080");

    /// <summary>The whole address of a path such as «password/…».</summary>
    public Uri Of(string path) => new(_root, path);
}
