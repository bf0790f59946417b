using System.Globalization;
using System.IO.Compression;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.CommandLine;

/// <summary>The two files of a backup in a folder, named by their moment.</summary>
internal static class Archives
{
    public const string Database = "database";
    public const string Keys = "keys";

    private const string Moment = "yyyyMMdd'T'HHmmss'Z'";
    private const string Ending = ".zip";

    // A backup takes minutes: one that began longer ago was killed.
    private static readonly TimeSpan LongestBackup = TimeSpan.FromDays(1);

    /// <summary>Begins an archive of a kind.</summary>
    /// <exception cref="SetupException">Nothing can be written to the folder.</exception>
    public static NewArchive Begin(string folder, string kind, DateTimeOffset at) =>
        new(Path.Combine(folder, $"surveygap-{kind}-{at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)}{Ending}"));

    /// <summary>The newest archive of a kind; null if there is none.</summary>
    public static string? Newest(string folder, string kind) =>
        OwnFiles.List(folder, $"surveygap-{kind}-*{Ending}").Max(StringComparer.Ordinal);

    /// <exception cref="SetupException">It may not be read, or is no archive.</exception>
    public static ZipArchive Open(string path)
    {
        try
        {
            return new ZipArchive(OwnFiles.Open(path));
        }
        catch (InvalidDataException)
        {
            throw new SetupException($"{path} is no archive, or not whole.");
        }
    }

    /// <summary>Those that are older than a moment.</summary>
    public static IEnumerable<string> OlderThan(string folder, DateTimeOffset moment) => Older(folder, Ending, moment);

    /// <summary>What backups have left that were killed.</summary>
    public static IEnumerable<string> Abandoned(string folder, DateTimeOffset now) => Older(folder, $"{Ending}{NewArchive.Unfinished}", now - LongestBackup);

    private static IEnumerable<string> Older(string folder, string ending, DateTimeOffset moment) => OwnFiles
        .List(folder, $"surveygap-*-*{ending}")
        .Where(file => DateTimeOffset.TryParseExact(file[..^ending.Length].Split('-')[^1], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at < moment);
}
