using Npgsql;

namespace SurveyGap.Web.Platform.Database;

/// <summary>
/// From a link to its place, in one command: no table of a client is visible, only the functions resolve_invitation,
/// resolve_open_link and resolve_report_link answer.
/// </summary>
public sealed class ResolverScope(Transactions transactions)
{
    public Task<T> Run<T>(Func<NpgsqlConnection, Task<T>> command, CancellationToken cancellation = default) =>
        transactions.RunCommand(command, cancellation);
}
