namespace SurveyGap.Web.CommandLine;

/// <summary>Opens a file that somebody named on the command line.</summary>
internal static class InputFile
{
    /// <summary>The open file; null if it cannot be read, which is told on stderr.</summary>
    public static async Task<Stream?> Open(FileInfo file, TextWriter error)
    {
        try
        {
            return file.OpenRead();
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
