using System.Security.Cryptography;

namespace SurveyGap.Web.Features.Waves;

/// <summary>
/// One small file for each open wave, outside of the database: without it, its ballots are noise.
/// Nothing is kept in memory between requests, so that a deleted key is gone in every instance at once.
/// </summary>
public sealed class WaveKeyFolder(string folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where the files lie.</summary>
    public string Folder => folder;

    /// <summary>Makes the wave's secret, or keeps the one that an interrupted opening left.</summary>
    public WaveKeys Create(Guid wave)
    {
        Directory.CreateDirectory(folder);
        if (Find(wave) is { } existing)
            return existing;

        // Written aside and linked into place, so that the file is either there whole or not at all, and never overwritten.
        var draft = Path.Combine(folder, $".{wave:N}.{RandomNumberGenerator.GetHexString(8)}");
        var secret = RandomNumberGenerator.GetBytes(WaveKeys.SecretLength);
        Write(draft, secret);
        File.Move(draft, PathOf(wave), overwrite: false);
        Flush(PathOf(wave));
        return WaveKeys.Of(wave, secret);
    }

    /// <summary>The wave's keys, or null once they are deleted.</summary>
    public WaveKeys? Find(Guid wave)
    {
        try
        {
            return WaveKeys.Of(wave, File.ReadAllBytes(PathOf(wave)));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete(Guid wave) => File.Delete(PathOf(wave));

    /// <summary>The waves that have a key here.</summary>
    public IReadOnlyList<Guid> Waves() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.key").Select(WaveOf).OfType<Guid>()]
        : [];

    // Other keys may lie here as well, and copies that somebody made.
    private static Guid? WaveOf(string file) => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file), "N", out var wave) ? wave : null;

    private string PathOf(Guid wave) => Path.Combine(folder, $"{wave:N}.key");

    private static void Write(string path, byte[] secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;

        using var file = new FileStream(path, options);
        file.Write(secret);
        file.Flush(flushToDisk: true);
    }

    // The database must not remember a wave as open whose key the disk forgot: syncing the file under its final name writes the name too.
    private static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
