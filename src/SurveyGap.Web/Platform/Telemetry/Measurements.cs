using System.Diagnostics.Metrics;

namespace SurveyGap.Web.Platform.Telemetry;

/// <summary>
/// What this program measures beside the framework's own: requests and their latency by route come from ASP.NET Core,
/// connections and their pool from Npgsql.
/// </summary>
public sealed class Measurements
{
    public const string MeterName = "SurveyGap";

    private readonly Histogram<double> _closing;

    public Measurements(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _closing = meter.CreateHistogram<double>("surveygap.closing.duration", unit: "s", "How long closing a wave and counting its release took.");
        meter.CreateObservableGauge("surveygap.outbox.depth", Depth, unit: "{mail}", "Mails that wait to be sent.");
    }

    /// <summary>Mails that waited at the last look; null while nobody knows.</summary>
    public long? OutboxDepth { get; set; }

    private IEnumerable<Measurement<long>> Depth() => OutboxDepth is { } depth ? [new Measurement<long>(depth)] : [];

    public void Closed(TimeSpan duration) => _closing.Record(duration.TotalSeconds);
}
