using Microsoft.Extensions.Caching.Memory;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// Who was shown a page in the last minutes: most of them send it next, and need not be looked up again for that.
/// No keys and no answers lie here, and what it says counts only together with a check that it still holds.
/// </summary>
public sealed class RecentVisits : IDisposable
{
    // Whoever is not among them is looked up. About 4 MB.
    private const int Most = 10_000;

    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _visits = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>What was read for this device; null if it was not here lately.</summary>
    public VisitRow? Of(Device device) => _visits.Get<VisitRow>(device.Binding);

    /// <param name="row">Of a visit that can answer.</param>
    public void Remember(Device device, VisitRow row) =>
        _visits.Set(device.Binding, row with { Draft = null }, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Recent });

    public void Dispose() => _visits.Dispose();
}
