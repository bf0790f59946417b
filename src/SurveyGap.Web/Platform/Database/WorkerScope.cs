using Npgsql;

namespace SurveyGap.Web.Platform.Database;

/// <summary>
/// What is due, at whichever client: the functions due_mail, waves_to_open, waves_to_close, open_waves, closed_waves and
/// waves_to_purge answer. The work itself is then done in <see cref="ClientScope"/>, under a lock, with another look.
/// </summary>
public sealed class WorkerScope(Transactions transactions)
{
    public Task<T> Run<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation = default) =>
        transactions.Run(work, cancellation);
}
