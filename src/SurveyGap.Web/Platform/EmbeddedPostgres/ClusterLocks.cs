namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>
/// Locks on two files, which the kernel lets go of when a process dies, however it dies: one is held while starting or
/// stopping, the other is shared by all who use the cluster. Who then gets the second alone is the last, and turns off the light.
/// </summary>
internal sealed class ClusterLocks(string home)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly string _starting = Path.Combine(home, "starting.lock");
    private readonly string _inUse = Path.Combine(home, "in-use.lock");
    private FileStream? _presence;

    public async Task<IDisposable> ForStartOrStop(CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (TryOpen(_starting, FileAccess.ReadWrite, FileShare.None) is { } held)
                return held;
            await Task.Delay(Pause, cancellation);
        }

        throw new SetupException($"Another process has been starting PostgreSQL for {Patience.TotalMinutes} minutes; it holds {_starting}.");
    }

    // Shared from the first moment: a second process comes while the first is there.
    public void Enter() => _presence = File.Open(_inUse, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    public bool LeaveAsTheLast()
    {
        _presence?.Dispose();
        using var alone = TryOpen(_inUse, FileAccess.ReadWrite, FileShare.None);
        return alone is not null;
    }

    private static FileStream? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null; // somebody holds it
        }
    }
}
