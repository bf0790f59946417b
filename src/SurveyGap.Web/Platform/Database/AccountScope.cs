using Npgsql;

namespace SurveyGap.Web.Platform.Database;

/// <summary>A person's work before a client is chosen: sign-in, memberships, the list of clients (all of them for an administrator).</summary>
public sealed class AccountScope(Transactions transactions)
{
    public Task<T> Run<T>(Guid accountId, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation = default) =>
        transactions.Run(work, cancellation, "app.account", accountId);

    public Task Run(Guid accountId, Func<NpgsqlConnection, Task> work, CancellationToken cancellation = default) =>
        Run(accountId, work.WithoutResult(), cancellation);

    /// <summary>Before anybody has signed in: accounts can be looked up, clients and memberships cannot.</summary>
    public Task<T> Run<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation = default) =>
        transactions.Run(work, cancellation);

    /// <inheritdoc cref="Run{T}(Func{NpgsqlConnection, Task{T}}, CancellationToken)"/>
    public Task Run(Func<NpgsqlConnection, Task> work, CancellationToken cancellation = default) =>
        Run(work.WithoutResult(), cancellation);
}
