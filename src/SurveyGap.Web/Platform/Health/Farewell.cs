using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace SurveyGap.Web.Platform.Health;

/// <summary>
/// How this instance takes leave. By itself the server closes what is idle as soon as nobody new can connect; a connection that is
/// closed without a word may have its next request on its way, and whoever sent it cannot tell what became of it. So there is a
/// moment in between, in which each reply ends its connection in good order.
/// </summary>
internal sealed class Farewell(IOptions<SocketTransportOptions> options, ILoggerFactory logs, TimeProvider clock) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    // A busy connection, such as a proxy's, has its reply within this; what was idle for so long is closed with little risk.
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(500);

    private readonly SocketTransportFactory _sockets = new(options, logs);
    private readonly TimeProvider _clock = clock;
    private volatile bool _isLeaving;

    public bool CanBind(EndPoint endpoint) => _sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Door(this, await _sockets.BindAsync(endpoint, cancellationToken));

    /// <summary>Once it leaves, has the client take a new connection for its next request: to another instance, or to the next start of this one.</summary>
    public void Tell(HttpContext context)
    {
        // Later versions of the protocol take leave by themselves, and know no such header.
        if (_isLeaving && HttpProtocol.IsHttp11(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
    }

    private sealed class Door(Farewell farewell, IConnectionListener sockets) : IConnectionListener
    {
        public EndPoint EndPoint => sockets.EndPoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => sockets.AcceptAsync(cancellationToken);

        /// <summary>The server waits for it before it closes connections.</summary>
        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            // In this order: whoever is sent away and comes back meets a closed door at once, and no queue in front of it.
            await sockets.UnbindAsync(cancellationToken);
            farewell._isLeaving = true;
            // Who has no time to wait has not failed.
            await Task.Delay(Length, farewell._clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        public ValueTask DisposeAsync() => sockets.DisposeAsync();
    }
}
