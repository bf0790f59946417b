using System.IO.Compression;

namespace SurveyGap.Web.Platform.Backups;

/// <summary>What lies outside of the database and cannot be made again: folders and files, each under a name in the archive.</summary>
internal sealed class KeyFiles(IReadOnlyDictionary<string, string> places)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>All of them as they are now; small enough to be held.</summary>
    public Dictionary<string, byte[]> Read()
    {
        Dictionary<string, byte[]> files = [];
        foreach (var (name, place) in places)
        {
            if (File.Exists(place))
                files[name] = File.ReadAllBytes(place);
            foreach (var file in Directory.Exists(place) ? Directory.EnumerateFiles(place) : [])
            {
                if (TryRead(file) is { } bytes)
                    files[$"{name}/{Path.GetFileName(file)}"] = bytes;
            }
        }

        return files;
    }

    // A wave that is closed in this moment takes its key with it.
    private static byte[]? TryRead(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public static void Write(ZipArchive archive, IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var (name, bytes) in files)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }

    /// <summary>Puts them back into their places; what is there already stays.</summary>
    /// <exception cref="SetupException">The archive holds something that has no place here.</exception>
    public void Restore(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            var path = PathOf(entry.FullName);
            if (File.Exists(path))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            using FileStream file = new(path, options);
            using var bytes = entry.Open();
            bytes.CopyTo(file);
        }
    }

    private string PathOf(string name) => name.Split('/') switch
    {
        [var file] when places.TryGetValue(file, out var place) => place,
        [var folder, var file] when places.TryGetValue(folder, out var place) && file == Path.GetFileName(file) && file is not ("" or "." or "..") => Path.Combine(place, file),
        _ => throw new SetupException($"«{name}» has no place among the keys: is this the archive of the keys?"),
    };
}
