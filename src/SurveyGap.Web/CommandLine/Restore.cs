using System.CommandLine;
using SurveyGap.Web.Features.PersonalData;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Backups;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.Erasures;

namespace SurveyGap.Web.CommandLine;

/// <summary>Fills an empty installation from a backup, and erases again what was erased since.</summary>
internal static class Restore
{
    public static Command Command()
    {
        Argument<string> folder = new("folder") { Description = "Where the archives of the database are; the newest is taken. Or one archive.", HelpName = "DIR" };
        Option<string?> keys = new("--keys") { Description = "Where the archives of the keys are, or one archive [default: DIR/keys].", HelpName = "DIR" };
        Option<string?> erasures = new("--erasures") { Description = "The erasures.log of the lost installation, if it is newer than the archive; the one in place keeps its lines.", HelpName = "FILE" };
        var data = SettingOption.Data();
        Command command = new("restore", "Fill an empty database from a backup, and erase again what was erased since.") { folder, keys, erasures, data };
        command.SetAction(async (parsed, stop) =>
        {
            var databaseArchive = Find(parsed.GetValue(folder)!, Archives.Database);
            var keyArchive = Find(parsed.GetValue(keys) ?? Path.Combine(parsed.GetValue(folder)!, "keys"), Archives.Keys);
            await using var app = SurveyGapApp.Create(SettingOption.Given(parsed, data));
            var (clients, at) = await Run(app.Services, databaseArchive, keyArchive, parsed.GetValue(erasures), stop);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Restored: {Counted(clients)} as of {at:u}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Counted(int clients) => clients == 1 ? "1 client" : $"{clients} clients";

    private static async Task<(int Clients, DateTimeOffset At)> Run(IServiceProvider services, string databaseArchive, string keyArchive, string? erasures, CancellationToken stop)
    {
        var owner = await services.GetRequiredService<DatabaseOpening>().Find(stop)
            ?? throw new SetupException("Name the owner of the database in ConnectionStrings:SurveyGapOwner.");
        // Before the keys are compared: nobody is told to move the key of a living installation away.
        await Restoration.RefuseFilled(owner, stop);
        // What was deleted is deleted again through the app's own way in, at the end: that it exists is found out now.
        await using (await services.GetRequiredService<AppDatabase>().Source.OpenConnectionAsync(stop))
        {
        }

        // Everything is compared before anything is written.
        using var archive = Archives.Open(databaseArchive);
        var manifest = await Restoration.Read(archive, stop);
        var files = FilesIn(keyArchive);
        var log = services.GetRequiredService<ErasureLog>();
        var erased = log.With([.. Erased(files, keyArchive), .. Erased(erasures)]);
        var missing = KeyPlaces.Of(services).Missing(files);
        var waveKeys = services.GetRequiredService<WaveKeyFolder>();
        var before = waveKeys.Waves();

        // The database comes last: with it and without them, the next start would make keys that fit nothing.
        if (erased.Count > 0)
            log.Replace(erased);
        foreach (var (path, bytes) in missing)
            OwnFiles.Write(path, bytes);
        var gone = log.Since(DateTimeOffset.MinValue).Where(erasure => erasure.AddressHash is null).Select(erasure => erasure.Client);
        var restored = await Restoration.Run(owner, archive, manifest, [.. gone], stop);

        // The waves of a client that is gone do not come back, so neither do their keys.
        foreach (var wave in waveKeys.Waves().Except([.. before, .. restored.Waves]))
            waveKeys.Delete(wave);
        await services.GetRequiredService<PersonErasure>().Repeat(stop);
        return (restored.Clients.Count, manifest.At);
    }

    private static Dictionary<string, byte[]> FilesIn(string keyArchive)
    {
        using var archive = Archives.Open(keyArchive);
        return KeyFiles.In(archive);
    }

    private static IReadOnlyList<string> Erased(Dictionary<string, byte[]> files, string keyArchive) =>
        files.Remove(KeyPlaces.Erasures, out var copy) ? ErasureLog.Lines($"{KeyPlaces.Erasures} in {keyArchive}", new MemoryStream(copy)) : [];

    private static IReadOnlyList<string> Erased(string? named) => named is null ? []
        : File.Exists(named) ? ErasureLog.Lines(named, OwnFiles.Open(named))
        : throw new SetupException($"There is no file {named} that {Environment.UserName} could read.");

    private static string Find(string place, string kind) => File.Exists(place) ? place
        : Directory.Exists(place) && Archives.Newest(place, kind) is { } newest ? newest
        : throw new SetupException($"There is no archive of the {kind} in {place}.");
}
