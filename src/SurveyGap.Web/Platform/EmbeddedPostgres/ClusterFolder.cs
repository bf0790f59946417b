using System.Globalization;
using System.Security.Cryptography;

namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>
/// Where the server's files are: data/postgres/NAME, or, when that lies where the server's user may not go (a checkout under
/// root's home), a folder of its own under /var/lib that it is a link to. The name there is random and not derived from the
/// path: who deletes the data folder wants a new cluster, and must not get the old one back.
/// </summary>
internal static class ClusterFolder
{
    /// <summary>The real path of a folder below <paramref name="home"/> that the server's user can reach; it may not exist yet.</summary>
    public static async Task<string> Find(string home, string name, ServerUser user, CancellationToken cancellation)
    {
        var folder = Path.Combine(home, name);
        if (!Path.Exists(folder) && !IsLink(folder) && !await user.CanReach(home, cancellation))
        {
            var elsewhere = $"/var/lib/surveygap-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
            await user.CreateFolder(elsewhere, cancellation);
            // The link comes before what it leads to: a start that dies in between finds its folder again.
            File.CreateSymbolicLink(folder, Path.Combine(elsewhere, name));
        }

        return Real(folder);
    }

    /// <summary>The major version of the cluster below <paramref name="home"/>; null if there is none yet.</summary>
    public static int? Major(string home) => Directory.EnumerateFileSystemEntries(home)
        .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var major) ? major : (int?)null)
        .Max();

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    // The kernel tells the folders of processes without links, so all links are resolved here too.
    private static string Real(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        var here = Path.Combine(Real(parent), Path.GetFileName(path));
        return new FileInfo(here).LinkTarget is { } target ? Real(Path.GetFullPath(target, Real(parent))) : here;
    }
}
