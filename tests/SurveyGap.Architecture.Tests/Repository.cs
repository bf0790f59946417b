using System.Runtime.CompilerServices;

namespace SurveyGap.Architecture.Tests;

/// <summary>The files that people wrote, read as text.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", ".git", "artifacts", "data", "node_modules"];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>All files below a folder of the repository, generated ones apart, as paths from the root with «/».</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        new DirectoryInfo(Path.Combine(Root, folder))
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(Generated).Any())
            .Where(path => endings.Length == 0 || endings.Any(path.EndsWith))
            .Order(StringComparer.Ordinal);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
