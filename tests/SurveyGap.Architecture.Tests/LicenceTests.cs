using System.Text.Json;
using System.Xml.Linq;

namespace SurveyGap.Architecture.Tests;

/// <summary>Every locked package is permissive, and known to be.</summary>
public sealed class LicenceTests
{
    private static readonly string[] Permissive =
        ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MS-PL", "PostgreSQL", "0BSD"];

    /// <summary>Test and bench tools may also be under the weak copyleft of the MPL: nothing of them is shipped.</summary>
    private static readonly string[] ForToolsToo = ["MPL-2.0"];

    /// <summary>The permission that makes the MIT licence what it is.</summary>
    private const string Mit =
        "to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software";

    public static TheoryData<string> LockFiles => new(Repository.Files(".", "packages.lock.json"));

    [Theory]
    [MemberData(nameof(LockFiles))]
    public void Every_locked_package_has_a_permissive_licence(string lockFile)
    {
        var folders = PackageFolders(lockFile);
        var allowed = lockFile.StartsWith("src/", StringComparison.Ordinal) ? Permissive : [.. Permissive, .. ForToolsToo];
        var offenders = from package in Packages(lockFile)
                        let licence = Licence(folders, package.Id, package.Version)
                        where !licence.Split(" OR ").Any(allowed.Contains)
                        select $"{package.Id} {package.Version}: {licence}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void A_package_that_nobody_has_read_is_refused() =>
        Assert.DoesNotContain(Licence(PackageFolders(LockFiles.First().Data), "unheard.of", "1.0.0"), Permissive);

    private static List<(string Id, string Version)> Packages(string lockFile)
    {
        using var json = JsonDocument.Parse(Repository.Text(lockFile));
        return json.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => (Id: package.Name, Version: package.Value.GetProperty("resolved").GetString()!))
            .Distinct()
            .ToList();
    }

    private static List<string> PackageFolders(string lockFile)
    {
        var assets = Path.Combine(Path.GetDirectoryName(lockFile)!, "obj", "project.assets.json");
        using var json = JsonDocument.Parse(Repository.Text(assets));
        return json.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
    }

    private static string Licence(List<string> folders, string id, string version)
    {
        var name = id.ToLowerInvariant();
        var manifest = folders.Select(folder => Path.Combine(folder, name, version, $"{name}.nuspec")).FirstOrDefault(File.Exists);
        if (manifest is null)
            return "not restored, so not known";

        var licence = XDocument.Load(manifest).Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        return licence?.Attribute("type")?.Value switch
        {
            "expression" => licence.Value,
            "file" => Read(File.ReadAllText(Path.Combine(Path.GetDirectoryName(manifest)!, licence.Value))),
            _ => "no licence",
        };
    }

    private static string Read(string text) =>
        Words(text).Contains(Mit, StringComparison.Ordinal) ? "MIT" : "a text that nobody has read";

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
