using System.Globalization;
using System.IO.Compression;

namespace SurveyGap.Web.CommandLine;

/// <summary>The two files of a backup in a folder, named by their moment.</summary>
internal static class Archives
{
    private const string Moment = "yyyyMMdd'T'HHmmss'Z'";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string Database(string folder, DateTimeOffset at) => Path.Combine(folder, $"surveygap-database-{Text(at)}.zip");

    public static string Keys(string folder, DateTimeOffset at) => Path.Combine(folder, $"surveygap-keys-{Text(at)}.zip");

    /// <summary>The newest archive of a kind; null if there is none.</summary>
    public static string? Newest(string folder, string kind) =>
        Directory.EnumerateFiles(folder, $"surveygap-{kind}-*.zip").Max(StringComparer.Ordinal);

    /// <summary>Those that are older than a moment.</summary>
    public static IEnumerable<string> OlderThan(string folder, DateTimeOffset moment) => Directory
        .EnumerateFiles(folder, "surveygap-*-*.zip")
        .Where(file => DateTimeOffset.TryParseExact(Path.GetFileNameWithoutExtension(file).Split('-')[^1], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at < moment);

    /// <summary>Writes an archive that is there whole or not at all, and that nobody else can read.</summary>
    public static async Task Write(string path, Func<ZipArchive, Task> fill)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.part";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        await using (FileStream file = new(unfinished, options))
        {
            await using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
                await fill(archive);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);
}
