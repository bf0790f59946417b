namespace SurveyGap.Load.Faults;

/// <summary>Two instances behind nginx, on one PostgreSQL through PgBouncer.</summary>
internal sealed class Instances : IAsyncDisposable
{
    private readonly Stack<IDisposable> _servers = [];

    private Instances(Crowd crowd) => Crowd = crowd;

    public Crowd Crowd { get; }

    public Site First { get; private set; } = null!;

    public Site Second { get; private set; } = null!;

    /// <summary>Of nginx.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{Daemon.FreePort()}");

    public static async Task<Instances> Start(Crowd crowd, params IReadOnlyList<string> settings)
    {
        Instances instances = new(crowd);
        await using var postgres = await crowd.Postgres();
        var (pooler, database) = await Pooler.Start(crowd.Data, postgres.App);
        instances._servers.Push(pooler);
        settings = [.. settings, $"--ConnectionStrings:SurveyGap={database}", $"--ConnectionStrings:SurveyGapOwner={postgres.Owner.ConnectionString}", "--Proxies:0=127.0.0.1"];
        instances._servers.Push(instances.First = crowd.Site(settings));
        instances._servers.Push(instances.Second = crowd.Site(settings));
        await Task.WhenAll(instances.First.Start(), instances.Second.Start());
        instances._servers.Push(await Proxy.Start(crowd.Data, instances.Address.Port, instances.First.Address, instances.Second.Address));
        return instances;
    }

    public async ValueTask DisposeAsync()
    {
        while (_servers.TryPop(out var server))
            server.Dispose();
        await Crowd.DisposeAsync();
    }
}
