using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SurveyGap.Web.Platform.Telemetry;

/// <summary>Sends measurements and traces to a collector, from start to stop.</summary>
internal sealed class TelemetryExport(TelemetrySettings settings) : IHostedService, IDisposable
{
    private MeterProvider? _measurements;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var program = ResourceBuilder.CreateDefault().AddService("surveygap");
        _measurements = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(program)
            .AddMeter(Measurements.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime")
            .AddOtlpExporter((exporter, reader) =>
            {
                Address(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Every.TotalMilliseconds;
            })
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(program)
            .AddSource("Microsoft.AspNetCore", "Npgsql")
            .AddProcessor(new TraceEraser())
            .AddOtlpExporter(exporter => Address(exporter, "v1/traces"))
            .Build();
        return Task.CompletedTask;
    }

    // Over HTTP the library takes the address as it is.
    private void Address(OtlpExporterOptions exporter, string path) => (exporter.Endpoint, exporter.Protocol) = settings.OverHttp
        ? (new Uri(settings.Otlp!, path), OtlpExportProtocol.HttpProtobuf)
        : (settings.Otlp!, OtlpExportProtocol.Grpc);

    // What is still held is sent now.
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(Dispose, cancellationToken);

    public void Dispose()
    {
        _measurements?.Dispose();
        _traces?.Dispose();
        (_measurements, _traces) = (null, null);
    }
}
