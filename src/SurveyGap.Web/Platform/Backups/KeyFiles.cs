using System.IO.Compression;

namespace SurveyGap.Web.Platform.Backups;

/// <summary>What lies outside of the database and cannot be made again: folders and files, each under a name in the archive.</summary>
internal sealed class KeyFiles(IReadOnlyDictionary<string, string> places)
{
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

    /// <summary>What an archive holds, under the same names.</summary>
    public static Dictionary<string, byte[]> In(ZipArchive archive) => archive.Entries.ToDictionary(entry => entry.FullName, Content);

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using MemoryStream content = new();
        using var bytes = entry.Open();
        bytes.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Those of an archive's files that are not there yet, by their places; to be asked before anything is written.</summary>
    /// <exception cref="SetupException">One has no place here, or another one is in its place.</exception>
    public IReadOnlyDictionary<string, byte[]> Missing(IReadOnlyDictionary<string, byte[]> files)
    {
        Dictionary<string, byte[]> missing = [];
        foreach (var (name, bytes) in files)
        {
            var path = PathOf(name);
            if (!File.Exists(path))
                missing[path] = bytes;
            else if (!IsSame(path, bytes))
                throw new SetupException($"{path} is another file than the archive's of this name, as a start before the restore makes it: move it away, then restore again.");
        }

        return missing;
    }

    private static bool IsSame(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = OwnFiles.Open(path);
        using MemoryStream content = new();
        file.CopyTo(content);
        return content.ToArray().AsSpan().SequenceEqual(bytes);
    }

    private string PathOf(string name) => name.Split('/') switch
    {
        [var file] when places.TryGetValue(file, out var place) => place,
        [var folder, var file] when places.TryGetValue(folder, out var place) && file == Path.GetFileName(file) && file is not ("" or "." or "..") => Path.Combine(place, file),
        _ => throw new SetupException($"«{name}» has no place among the keys: is this the archive of the keys?"),
    };
}
