using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SurveyGap.Load.Faults;

/// <summary>A browser for any number of people at once, which counts what they were refused, and how long they waited for each reply.</summary>
internal sealed class Refusals() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 512 })
{
    private readonly ConcurrentDictionary<string, int> _counts = [];
    private readonly ConcurrentBag<double> _waits = [];

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public int this[string what] => _counts.GetValueOrDefault(what);

    /// <summary>Whoever was answered at all was asked to come back in a moment.</summary>
    public bool AreOrderly => _counts.Keys.All(what => what is "429" or "503" or NotReached or Cut or NoReply);

    public const string NotReached = "not reached";
    public const string Cut = "cut";
    public const string NoReply = "no reply";

    /// <summary>In milliseconds.</summary>
    public double Percentile(double share) => _waits.Order().ElementAt((int)Math.Min(_waits.Count - 1, _waits.Count * share));

    /// <summary>Counts a request that got no reply.</summary>
    public void Count(Exception lost) => Count(lost switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } or SocketException => NotReached,
        TaskCanceledException => NoReply,
        _ => Cut,
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var response = await base.SendAsync(request, cancellationToken);
        _waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        if (response.StatusCode >= HttpStatusCode.BadRequest)
            Count($"{(int)response.StatusCode}");
        return response;
    }

    private void Count(string what) => _counts.AddOrUpdate(what, 1, (_, count) => count + 1);

    public override string ToString() => _counts.IsEmpty ? "no refusal" : string.Join(", ", _counts.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key} × {each.Value}"));
}
