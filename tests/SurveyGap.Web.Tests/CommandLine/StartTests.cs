using System.Diagnostics;
using Npgsql;
using SurveyGap.Testing;
using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web.Tests.CommandLine;

/// <summary>What somebody reads who starts the program: as a process, in a folder with settings.</summary>
public sealed class StartTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string _folder = TestCluster.NewFolder();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("backup", "backups")]
    [InlineData("compact")]
    [InlineData("account", "link", "ana@example.org")]
    public async Task A_verb_of_no_use_without_a_database_makes_none(params string[] verb)
    {
        using Console console = new();

        await console.Run([.. verb, "--data", PathOf("data")]);

        Assert.Equal(ExitCode.BadInput, console.ExitCode);
        Assert.StartsWith("There is no SurveyGap database: ", console.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(PathOf("data/postgres")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_found_at_the_start_and_not_when_a_wave_opens()
    {
        var (code, text) = await Run($$"""{ "Waves": { "KeyDirectory": "/dev/null/keys" }, "ConnectionStrings": { "SurveyGap": "{{database.App}}" } }""");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.StartsWith("Waves:KeyDirectory: The folder /dev/null/keys cannot be made", text, StringComparison.Ordinal);
        Assert.Single(text.Trim().Split('\n'));
    }

    [Fact]
    public async Task What_the_machine_lacks_is_said_once_and_without_a_stack()
    {
        var never = new NpgsqlConnectionStringBuilder(database.App) { Database = "postgres" };

        var (code, text) = await Run($$"""{ "ConnectionStrings": { "SurveyGap": "{{never}}" } }""");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.StartsWith("The database lacks ", text, StringComparison.Ordinal);
        Assert.Single(text.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("backup", "backups")]
    [InlineData("restore", "appsettings.json", "--keys", "appsettings.json")]
    [InlineData("compact")]
    [InlineData("migrate")]
    [InlineData("account", "add", "ana@example.org")]
    public async Task A_database_that_does_not_answer_is_a_sentence(params string[] verb)
    {
        var nobody = new NpgsqlConnectionStringBuilder(database.App) { Host = PathOf("nobody") };

        var (code, text) = await Run($$"""{ "ConnectionStrings": { "SurveyGap": "{{nobody}}", "SurveyGapOwner": "{{nobody}}" } }""", verb);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.StartsWith("The database does not let this program in: Failed to connect", text, StringComparison.Ordinal);
        Assert.Single(text.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_file_of_settings_that_is_no_JSON_is_named()
    {
        var (code, text) = await Run("{");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.StartsWith("A file of settings cannot be read: ", text, StringComparison.Ordinal);
        Assert.Contains(PathOf("appsettings.json"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_stands_in_the_log()
    {
        using var process = Start($$"""{ "ConnectionStrings": { "SurveyGap": "{{database.App}}" } }""");
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            lines.Add(line);
            if (line.Contains("Listening on http://127.0.0.1:", StringComparison.Ordinal))
                await Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExitAsync(Stop);
        }

        await process.WaitForExitAsync(Stop);
        Assert.Single(lines, line => line.Contains("Listening on http://127.0.0.1:", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, process.ExitCode);
    }

    private async Task<(int Code, string Text)> Run(string settings, params string[] verb)
    {
        using var process = Start(settings, verb);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
            await process.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromMinutes(1), Stop);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            process.Kill();
        }
    }

    private Process Start(string settings, params string[] verb)
    {
        File.WriteAllText(PathOf("appsettings.json"), settings);
        string[] arguments = verb.Length > 0 ? verb : ["serve", "--urls", "http://127.0.0.1:0"];
        return Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SurveyGap.Web.dll"), .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
