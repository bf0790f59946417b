namespace SurveyGap.Web.Platform;

/// <summary>Files and folders of the user as whom the program runs. Where the system refuses, one sentence says what to type.</summary>
internal static class OwnFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder with what is missing above it; one that is there stays as it is.</summary>
    /// <exception cref="SetupException">It cannot be made.</exception>
    public static DirectoryInfo MakeFolder(string folder) =>
        Ask(() => Directory.CreateDirectory(folder), $"The folder {folder} cannot be made", $"install -d -o {Environment.UserName} -m 700 {FirstMissing(folder)}");

    /// <summary>Whoever may make the first of the missing folders makes the others too.</summary>
    private static string FirstMissing(string folder)
    {
        var missing = Path.GetFullPath(folder);
        while (Path.GetDirectoryName(missing) is { } parent && !Directory.Exists(parent))
            missing = parent;
        return missing;
    }

    /// <summary>A new file that nobody else can read, in a folder that is made if need be.</summary>
    /// <exception cref="SetupException">It cannot be made.</exception>
    public static FileStream Create(string path)
    {
        var folder = MakeFolder(FolderOf(path)).FullName;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return Ask(() => new FileStream(path, options), $"{path} cannot be written", $"chown {Environment.UserName} {folder}");
    }

    /// <summary>The same with its content, whole or not at all, in the place of what was there.</summary>
    /// <exception cref="SetupException">It cannot be made.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var unfinished = $"{path}.part";
        MakeFolder(FolderOf(path));
        File.Delete(unfinished);
        using (var file = Create(unfinished))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <exception cref="SetupException">It cannot be read.</exception>
    public static FileStream Open(string path) =>
        Ask(() => File.OpenRead(path), $"{path} cannot be read", $"chown {Environment.UserName} {path}");

    /// <summary>What lies in a folder.</summary>
    /// <exception cref="SetupException">It cannot be read.</exception>
    public static IReadOnlyList<string> List(string folder, string pattern) =>
        Ask(() => Directory.GetFiles(folder, pattern), $"The folder {folder} cannot be read", $"chown {Environment.UserName} {folder}");

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    private static T Ask<T>(Func<T> access, string fault, string command)
    {
        try
        {
            return access();
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            throw new SetupException($"{fault} ({refusal.Message.TrimEnd('.')}): type «sudo {command}», or name another place.");
        }
    }
}
