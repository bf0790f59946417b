using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
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

    /// <summary>Opens an archive once all of it has been read: a damaged one is found out before anything is written.</summary>
    /// <exception cref="SetupException">It may not be read, or is no archive, or not whole.</exception>
    public static ZipArchive Open(string path)
    {
        try
        {
            ZipArchive archive = new(OwnFiles.Open(path));
            foreach (var entry in archive.Entries)
            {
                // Nobody compares the sums by itself: damaged bytes would be found by PostgreSQL, in the middle, or by nobody.
                Crc32 sum = new();
                using var content = entry.Open();
                sum.Append(content);
                if (sum.GetCurrentHashAsUInt32() != entry.Crc32)
                    throw new InvalidDataException($"{entry.FullName} is damaged.");
            }

            return archive;
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
