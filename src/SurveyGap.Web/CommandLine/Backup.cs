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
            await app.Services.GetRequiredService<DatabaseOpening>().Find(stop);
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
        var (databaseArchive, keyArchive) = (Archives.Database(databaseFolder, now), Archives.Keys(keyFolder, now));

        // Before and after: a wave that is closed meanwhile loses its key, one that is planned gets one.
        var files = keys.Read();
        await Archives.Write(databaseArchive, archive => new Snapshot(services.GetRequiredService<AppDatabase>()).Write(archive, now, stop));
        foreach (var (name, bytes) in keys.Read())
            files[name] = bytes;
        await Archives.Write(keyArchive, archive =>
        {
            KeyFiles.Write(archive, files);
            return Task.CompletedTask;
        });

        // Respondents are told for how long a backup could still open their ballot.
        var end = now.AddDays(-services.GetRequiredService<Retention>().BackupDays);
        List<string> over = [.. Archives.OlderThan(databaseFolder, end), .. Archives.OlderThan(keyFolder, end)];
        over.ForEach(File.Delete);
        return [databaseArchive, keyArchive, .. over.Distinct(StringComparer.Ordinal).Select(file => $"deleted, its time is over: {file}")];
    }
}
