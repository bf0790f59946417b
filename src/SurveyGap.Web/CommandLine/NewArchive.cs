using System.IO.Compression;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.CommandLine;

/// <summary>An archive that is there whole or not at all, and that nobody else can read. Unfinished, it lies beside its place.</summary>
internal sealed class NewArchive(string path) : IAsyncDisposable
{
    public const string Unfinished = ".part";

    // Opened before anything is read: a folder that may not be written to is found at once.
    private readonly FileStream _file = OwnFiles.Create($"{path}{Unfinished}");

    public string Path => path;

    public async Task Fill(Func<ZipArchive, Task> fill)
    {
        await using ZipArchive archive = new(_file, ZipArchiveMode.Create, leaveOpen: true);
        await fill(archive);
    }

    /// <summary>Gives it its name.</summary>
    public async Task Finish()
    {
        _file.Flush(flushToDisk: true);
        await _file.DisposeAsync();
        File.Move(_file.Name, path);
    }

    /// <summary>Deletes what was not finished.</summary>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        File.Delete(_file.Name);
    }
}
