using System.Text.Json;
using Dapper;
using Npgsql;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Api;

/// <summary>
/// Changes that a program may send again without knowing whether the first time arrived: the change and what was answered are
/// kept in one transaction, for a day.
/// </summary>
public sealed class OnceStore(ClientScope clients, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private const string FindSql = """
        select request_hash, answer::text as answer
        from   api_answer
        where  client_id = @Client and key_id = @Key and idempotency_key = @IdempotencyKey and created_at >= @since
        """;

    /// <summary>What was answered to this request before; null if it was never sent.</summary>
    public Task<Told<T>?> Find<T>(OnceOrder order, CancellationToken cancellation) where T : class =>
        clients.Run(order.Client, db => Find<T>(db, order), cancellation);

    private const string ForgetSql = "delete from api_answer where client_id = @Client and created_at < @since";

    private const string KeepSql = """
        insert into api_answer (client_id, key_id, idempotency_key, request_hash, answer, created_at)
        values (@Client, @Key, @IdempotencyKey, @RequestHash, @answer::jsonb, @now)
        """;

    /// <summary>Does the work, unless it is done already. Work that comes to nothing is not remembered.</summary>
    public Task<Told<T>> Run<T>(OnceOrder order, Func<NpgsqlConnection, Task<T?>> work, CancellationToken cancellation) where T : class => clients.Run(order.Client, async db =>
    {
        // A program's changes come one after the other: the second of two that are sent at once finds the first one's answer.
        await db.OwnLock(order.Key);
        if (await Find<T>(db, order) is { } told)
            return told;

        var answer = await work(db);
        if (answer is null)
            return new Told<T>(answer, IsOfAnother: false);
        await db.ExecuteAsync(ForgetSql, new { order.Client, since = Since });
        await db.ExecuteAsync(KeepSql, new
        {
            order.Client,
            order.Key,
            order.IdempotencyKey,
            order.RequestHash,
            answer = JsonSerializer.Serialize(answer, ApiJson.Options),
            now = clock.GetUtcNow(),
        });
        return new Told<T>(answer, IsOfAnother: false);
    }, cancellation);

    private async Task<Told<T>?> Find<T>(NpgsqlConnection db, OnceOrder order) where T : class
    {
        var known = await db.QuerySingleOrDefaultAsync<KnownAnswer>(FindSql, new { order.Client, order.Key, order.IdempotencyKey, since = Since });
        if (known is null)
            return null;
        return known.RequestHash.AsSpan().SequenceEqual(order.RequestHash)
            ? new Told<T>(JsonSerializer.Deserialize<T>(known.Answer, ApiJson.Options), IsOfAnother: false)
            : new Told<T>(null, IsOfAnother: true);
    }

    private DateTimeOffset Since => clock.GetUtcNow() - Kept;

    private sealed record KnownAnswer
    {
        public required byte[] RequestHash { get; init; }
        public required string Answer { get; init; }
    }
}

/// <summary>A change that is made once.</summary>
/// <param name="Key">Of the program.</param>
/// <param name="IdempotencyKey">By which the program knows its request.</param>
/// <param name="RequestHash">By which another request under the same name is told apart.</param>
public sealed record OnceOrder(Guid Client, Guid Key, string IdempotencyKey, byte[] RequestHash);

/// <param name="Answer">What was answered; null if nothing was done.</param>
/// <param name="IsOfAnother">Whether the name belongs to another request, and so nothing was done.</param>
public sealed record Told<T>(T? Answer, bool IsOfAnother) where T : class;
