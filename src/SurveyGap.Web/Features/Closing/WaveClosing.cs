using System.Collections.Concurrent;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Telemetry;

namespace SurveyGap.Web.Features.Closing;

/// <summary>
/// Closes waves: first the transaction that leaves nothing but nameless responses and counts, then the key.
/// Killed in between, the key goes at the next start: <see cref="Sweep"/>.
/// </summary>
public sealed class WaveClosing(ClosingStore store, DueWavesStore due, WaveKeyFolder keys, TimeProvider clock, Measurements measurements)
{
    private readonly ConcurrentDictionary<(Guid Client, Guid Wave), ClosingProgress> _running = [];

    /// <summary>How far the closing of this wave is; null if none runs in this process.</summary>
    public ClosingProgress? Running(Guid client, Guid wave) => _running.GetValueOrDefault((client, wave));

    public async Task<Closure> Close(ClosingOrder order, CancellationToken cancellation = default)
    {
        var (place, started) = ((order.Client, order.Wave), clock.GetTimestamp());
        _running[place] = new ClosingProgress(ClosingStage.Opening, 0, 0);
        try
        {
            var closure = await store.Close(
                order, (wave, box) => Emptying.Of(wave, keys.Find(order.Wave), box, cancellation), progress => _running[place] = progress, cancellation);
            if (closure is Closure.Closed)
                measurements.Closed(clock.GetElapsedTime(started));
            if (closure is not Closure.NotOpen)
                keys.Delete(order.Wave);
            return closure;
        }
        finally
        {
            _running.TryRemove(place, out _);
        }
    }

    /// <summary>Deletes the keys that a closed wave still has.</summary>
    public async Task Sweep(CancellationToken cancellation = default)
    {
        foreach (var wave in await due.Closed(keys.Waves(), cancellation))
            keys.Delete(wave);
    }
}
