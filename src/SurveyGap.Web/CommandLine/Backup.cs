using System.CommandLine;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Backups;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.CommandLine;

/// <summary>Writes two archives, the database and the keys, while the application runs; deletes those whose time is over.</summary>
internal static class Backup
{
    public static Command Command()
    {
        Argument<string> folder = new("folder") { Description = "Where the archive of the database goes.", HelpName = "DIR" };
        Option<string?> keys = new("--keys") { Description = "Where the archive of the keys goes: keep it apart, both together open every ballot [default: DIR/keys].", HelpName = "DIR" };
        var data = SettingOption.Data();
        Command command = new("backup", "Write the database into one archive and the keys into another.") { folder, keys, data };
        command.SetAction(async (parsed, stop) =>
        {
            await using var app = SurveyGapApp.Create(SettingOption.Given(parsed, data));
            await app.Services.GetRequiredService<DatabaseOpening>().FindExisting(stop);
            var databaseFolder = parsed.GetValue(folder)!;
            var written = await Write(app.Services, databaseFolder, parsed.GetValue(keys) ?? Path.Combine(databaseFolder, "keys"), stop);
            foreach (var line in written)
                await parsed.InvocationConfiguration.Output.WriteLineAsync(line);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<string>> Write(IServiceProvider services, string databaseFolder, string keyFolder, CancellationToken stop)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var keys = KeyPlaces.Of(services);
        await using var databaseArchive = Archives.Begin(databaseFolder, Archives.Database, now);
        await using var keyArchive = Archives.Begin(keyFolder, Archives.Keys, now);

        // Before anything is written: what a killed backup left may fill the disk.
        string[] folders = [databaseFolder, keyFolder];
        List<string> abandoned = [.. folders.SelectMany(folder => Archives.Abandoned(folder, now))];
        abandoned.ForEach(File.Delete);

        // Respondents are told for how long a backup could still open their ballot. This run's archives are not there yet, so never among them.
        var end = now.AddDays(-services.GetRequiredService<Retention>().BackupDays);
        List<string> over = [.. folders.SelectMany(folder => Archives.OlderThan(folder, end))];

        // Before and after: a wave that is closed meanwhile loses its key, one that is planned gets one.
        var files = keys.Read();
        await databaseArchive.Fill(archive => new Snapshot(services.GetRequiredService<AppDatabase>()).Write(archive, now, stop));
        foreach (var (name, bytes) in keys.Read())
            files[name] = bytes;
        await keyArchive.Fill(archive =>
        {
            KeyFiles.Write(archive, files);
            return Task.CompletedTask;
        });
        await databaseArchive.Finish();
        await keyArchive.Finish();

        over.ForEach(File.Delete);
        return
        [
            databaseArchive.Path, keyArchive.Path,
            .. abandoned.Distinct(StringComparer.Ordinal).Select(file => $"deleted, it was never finished: {file}"),
            .. over.Distinct(StringComparer.Ordinal).Select(file => $"deleted, its time is over: {file}"),
        ];
    }
}
