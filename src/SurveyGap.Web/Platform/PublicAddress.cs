namespace SurveyGap.Web.Platform;

/// <summary>
/// Where people reach this installation: <c>Site:Url</c>, else where it listens. Links in mails, QR codes and on the console
/// start with it, never with what a request calls the host.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    /// <summary>Where the program listens unless it is told otherwise.</summary>
    public const string Default = "http://127.0.0.1:5080";

    private readonly Uri _root = new(configuration["Site:Url"] ?? configuration["urls"]?.Split(';')[0] ?? Default);

    /// <summary>The whole address of a path such as «password/…».</summary>
    public Uri Of(string path) => new(_root, path);
}
