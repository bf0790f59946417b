using System.Diagnostics;

namespace SurveyGap.Load.Faults;

/// <summary>A disk of a given size, in memory; to mount it takes root.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("surveygap-disk-");

    /// <summary>A folder on it.</summary>
    public DirectoryInfo Folder => new(Path.Combine(_place.FullName, "data"));

    private string Filler => Path.Combine(_place.FullName, "filler");

    public static async Task<SmallDisk> Mount(int megabytes)
    {
        SmallDisk disk = new();
        await Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "surveygap", disk._place.FullName);
        disk.Folder.Create();
        return disk;
    }

    /// <summary>Takes all that is left of it.</summary>
    public async Task Fill()
    {
        var block = new byte[1 << 16];
        try
        {
            await using FileStream file = new(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            while (true)
                await file.WriteAsync(block);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void Free() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await Run("umount", "--lazy", _place.FullName);
        _place.Delete();
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed; it takes root.");
    }
}
