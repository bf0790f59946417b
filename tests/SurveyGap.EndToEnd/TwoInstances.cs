using System.Diagnostics;
using SurveyGap.Load.Faults;
using SurveyGap.Web.Platform.EmbeddedPostgres;

namespace SurveyGap.EndToEnd;

/// <summary>
/// With SURVEYGAP_INSTANCES=2 (<c>./dev faults browser</c>) a demo is two instances behind nginx, on one PostgreSQL through PgBouncer:
/// each click may reach another one than the click before.
/// </summary>
internal sealed class TwoInstances : IAsyncDisposable
{
    private readonly string _data;
    private readonly PrivatePostgres _postgres;
    private readonly Daemon _pooler;
    private readonly string[] _settings;
    private Process? _second;
    private Daemon? _proxy;

    private TwoInstances(string data, PrivatePostgres postgres, Daemon pooler, string database)
    {
        (_data, _postgres, _pooler) = (data, postgres, pooler);
        _settings =
        [
            $"--Site:Url={Address}", "--Proxies:0=127.0.0.1",
            $"--ConnectionStrings:SurveyGap={database}", $"--ConnectionStrings:SurveyGapOwner={postgres.Owner.ConnectionString}",
        ];
    }

    public static bool AreWanted => Environment.GetEnvironmentVariable("SURVEYGAP_INSTANCES") == "2";

    /// <summary>Of nginx.</summary>
    public Uri Address { get; } = Free();

    /// <summary>Of the one that loads the demo.</summary>
    public Uri First { get; } = Free();

    public IReadOnlyList<string> Settings => _settings;

    /// <summary>The database and its pooler; the first instance is the demo's own matter.</summary>
    public static async Task<TwoInstances> Begin(string data)
    {
        var postgres = await PrivatePostgres.Start(new(data), TestContext.Current.CancellationToken);
        var (pooler, database) = await Pooler.Start(data, postgres.App);
        return new TwoInstances(data, postgres, pooler, database);
    }

    /// <summary>Once the first one serves.</summary>
    public async Task Complete()
    {
        var address = Free();
        _second = Installation.Run(["serve", "--urls", $"{address}", "--data", _data, .. _settings]);
        _second.OutputDataReceived += (_, _) => { };
        _second.BeginOutputReadLine();
        await Installation.Answers(new Uri(address, "/sign-in"), _second);
        _proxy = await Proxy.Start(_data, Address.Port, First, address);
    }

    public async ValueTask DisposeAsync()
    {
        _proxy?.Dispose();
        if (_second is not null)
        {
            using (var stop = Process.Start("kill", ["-TERM", $"{_second.Id}"]))
                await stop.WaitForExitAsync();
            await _second.WaitForExitAsync();
            _second.Dispose();
        }

        _pooler.Dispose();
        await _postgres.DisposeAsync();
    }

    private static Uri Free() => new($"http://127.0.0.1:{Daemon.FreePort()}");
}
