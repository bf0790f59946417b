using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Telemetry;

namespace SurveyGap.Web.Features.Closing;

/// <summary>
/// Closes waves: first the transaction that leaves nothing but nameless responses and counts, then the key.
/// Killed in between, the key goes at the next start: <see cref="Sweep"/>.
/// </summary>
public sealed class WaveClosing(ClosingStore store, DueWavesStore due, WaveKeyFolder keys, TimeProvider clock, Measurements measurements)
{
    public async Task<Closure> Close(ClosingOrder order, CancellationToken cancellation = default)
    {
        var started = clock.GetTimestamp();
        var closure = await store.Close(order, (wave, ballots) => Emptying.Of(wave, KeysFor(ballots, order.Wave), ballots), cancellation);
        if (closure is Closure.Closed)
            measurements.Closed(clock.GetElapsedTime(started));
        if (closure is not Closure.NotOpen)
            keys.Delete(order.Wave);
        return closure;
    }

    /// <summary>Deletes the keys that a closed wave still has.</summary>
    public async Task Sweep(CancellationToken cancellation = default)
    {
        foreach (var wave in await due.Closed(keys.Waves(), cancellation))
            keys.Delete(wave);
    }

    // A wave whose key was lost can never be opened again; closing it as if nobody had answered would be a lie.
    private WaveKeys KeysFor(IReadOnlyList<SealedBallot> ballots, Guid wave) => ballots.Count == 0
        ? keys.Create(wave)
        : keys.Find(wave) ?? throw new WaveKeyMissingException(wave);
}
