using System.Diagnostics;

namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>
/// Which processes are the cluster's: after a crash the number in a pid file may belong to somebody else. A server and its
/// children work in the cluster's folder; the server's user asks, because in a container root may not see that of another user.
/// </summary>
internal sealed class ServerProcesses(ServerUser user, string folder)
{
    // macOS has no /proc: there a process that lives is taken for the server, and PostgreSQL itself judges stale files.
    private static readonly bool CanTell = Directory.Exists("/proc/self");

    /// <summary>Whether a server runs under this number, as far as everybody may see; one that died and waits to be buried does not.</summary>
    public static bool Runs(int process)
    {
        if (!CanTell)
            return Process.GetProcesses().Any(other => other.Id == process);
        try
        {
            // Number, (name), state.
            var state = File.ReadAllText($"/proc/{process}/stat").Split("(postgres) ");
            return state.Length == 2 && state[1][0] is not ('Z' or 'X');
        }
        catch (Exception gone) when (gone is IOException)
        {
            return false;
        }
    }

    public async Task<bool> Include(int process, CancellationToken cancellation) => CanTell
        ? (await WorkingFolders($"/proc/{process}/cwd", cancellation)).Contains(folder)
        : Process.GetProcesses().Any(other => other.Id == process);

    /// <summary>Waits until no process of a server that died is left: until then the files are theirs.</summary>
    /// <returns>False if that cannot be told, or after a minute still is not so.</returns>
    public async Task<bool> AreGone(CancellationToken cancellation)
    {
        for (var attempt = 0; CanTell && attempt < 600; attempt++)
        {
            if (!(await WorkingFolders("/proc/[0-9]*/cwd", cancellation)).Contains(folder))
                return true;
            await Task.Delay(100, cancellation);
        }

        return false;
    }

    private async Task<string[]> WorkingFolders(string links, CancellationToken cancellation) =>
        (await user.Run("sh", ["-c", $"readlink {links}"], cancellation)).Output.Split('\n');
}
