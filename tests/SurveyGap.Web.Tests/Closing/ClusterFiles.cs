using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Closing;

/// <summary>What the database's superuser can read: every file of the cluster, its log and its WAL.</summary>
internal static class ClusterFiles
{
    /// <summary>The files in which these bytes stand.</summary>
    public static IReadOnlyList<string> With(TestDatabase database, byte[] wanted) =>
    [
        .. Directory.EnumerateFiles(database.Files, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith(".s.", StringComparison.Ordinal)) // the server's socket
            .Where(file => Contains(file, wanted)),
    ];

    private static bool Contains(string file, byte[] wanted)
    {
        try
        {
            return File.ReadAllBytes(file).AsSpan().IndexOf(wanted) >= 0;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false; // the server removes temporary files as it works
        }
    }
}
