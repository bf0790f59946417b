using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SurveyGap.Web.Tests.Api;

/// <summary>The programs in <c>Client/</c>, run by node with the packages that its lock file names: installed once beside the tests' binaries.</summary>
internal static class NodeTools
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "api-client");
    private static readonly Lazy<Task> Installed = new(Install);

    public static async Task<string> Run(string program, params string[] arguments)
    {
        await Installed.Value;
        return await Start("node", [program, .. arguments]);
    }

    public static async Task<JsonObject> RunForJson(string program, params string[] arguments) =>
        JsonNode.Parse(await Run(program, arguments))!.AsObject();

    private static async Task Install()
    {
        var lockFile = Path.Combine(Folder, "package-lock.json");
        var before = File.Exists(lockFile) && Directory.Exists(Path.Combine(Folder, "node_modules")) ? await File.ReadAllTextAsync(lockFile) : null;
        Directory.CreateDirectory(Folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Here(), "Client")))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        if (before != await File.ReadAllTextAsync(lockFile))
            await Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]);
    }

    private static async Task<string> Start(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {arguments[0]}: {await output}{await errors}");
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
