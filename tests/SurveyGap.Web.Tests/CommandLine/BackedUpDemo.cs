using SurveyGap.Testing;
using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web.Tests.CommandLine;

/// <summary>An embedded installation with the demo client, and a backup of it.</summary>
public sealed class BackedUpDemo : IAsyncLifetime
{
    // The server's user has to reach it.
    private readonly string _folder = TestCluster.NewFolder();

    public string Data => Path.Combine(_folder, "data");

    public string Backups => Path.Combine(_folder, "backups");

    public async ValueTask InitializeAsync()
    {
        using Console console = new();
        await console.Run("demo", "--data", Data);
        Assert.True(console.ExitCode == ExitCode.Done, console.Error);
        // The installation has lines in the audit as well, and is no client.
        await console.Run("account", "add", "dora@surveygap.example", "--role", "administrator", "--data", Data);
        Assert.True(console.ExitCode == ExitCode.Done, console.Error);
        await console.Run("backup", Backups, "--data", Data);
        Assert.True(console.ExitCode == ExitCode.Done, console.Error);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
