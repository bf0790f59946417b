namespace SurveyGap.Web.CommandLine;

/// <summary>Reads a file that somebody named on the command line.</summary>
internal static class InputFile
{
    /// <summary>What <paramref name="read"/> makes of the file; null if it cannot be opened or read to its end, which is told on stderr.</summary>
    public static async Task<T?> Read<T>(FileInfo file, TextWriter error, Func<Stream, Task<T?>> read) where T : class
    {
        try
        {
            await using var stream = file.OpenRead();
            return await read(stream);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            await error.WriteLineAsync($"{file}: there is no such file.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{file}: the file cannot be read; is it a folder, open elsewhere, or not yours?");
        }

        return null;
    }
}
