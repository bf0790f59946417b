using System.CommandLine;
using System.IO.Compression;
using SurveyGap.Web.Features.PersonalData;
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
        Option<string?> erasures = new("--erasures") { Description = "The erasures.log of the lost installation, if it is newer than the archive.", HelpName = "FILE" };
        var data = SettingOption.Data();
        Command command = new("restore", "Fill an empty database from a backup, and erase again what was erased since.") { folder, keys, erasures, data };
        command.SetAction(async (parsed, stop) =>
        {
            var databaseArchive = Find(parsed.GetValue(folder)!, "database");
            var keyArchive = Find(parsed.GetValue(keys) ?? Path.Combine(parsed.GetValue(folder)!, "keys"), "keys");
            await using var app = SurveyGapApp.Create(SettingOption.Given(parsed, data));
            var manifest = await Run(app.Services, databaseArchive, keyArchive, parsed.GetValue(erasures), stop);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"Restored: {Counted(manifest.Clients.Count)} as of {manifest.At:u}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Counted(int clients) => clients == 1 ? "1 client" : $"{clients} clients";

    private static async Task<Manifest> Run(IServiceProvider services, string databaseArchive, string keyArchive, string? erasures, CancellationToken stop)
    {
        var owner = await services.GetRequiredService<DatabaseOpening>().Find(stop)
            ?? throw new SetupException("Name the owner of the database in ConnectionStrings:SurveyGapOwner.");
        await Restoration.RefuseFilled(owner, stop);
        if (erasures is not null)
            Keep(erasures, services.GetRequiredService<ErasureLog>().File);
        await using (var keys = await ZipFile.OpenReadAsync(keyArchive, stop))
            KeyPlaces.Of(services).Restore(keys);

        await using var archive = await ZipFile.OpenReadAsync(databaseArchive, stop);
        var erased = services.GetRequiredService<ErasureLog>().Since(DateTimeOffset.MinValue);
        var manifest = await Restoration.Run(owner, archive, [.. erased.Where(erasure => erasure.AddressHash is null).Select(erasure => erasure.Client)], stop);
        await services.GetRequiredService<PersonErasure>().Repeat(stop);
        return manifest;
    }

    private static void Keep(string erasures, string place)
    {
        if (!File.Exists(erasures))
            throw new SetupException($"There is no file {erasures}.");
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Copy(erasures, place, overwrite: false);
    }

    private static string Find(string place, string kind) => File.Exists(place) ? place
        : Directory.Exists(place) && Archives.Newest(place, kind) is { } newest ? newest
        : throw new SetupException($"There is no archive of the {kind} in {place}.");
}
