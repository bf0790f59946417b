namespace SurveyGap.Web.Platform.Telemetry;

/// <summary>The section <c>Telemetry</c> of the settings.</summary>
/// <param name="Otlp"><c>Telemetry:Otlp</c>: the collector, such as <c>http://127.0.0.1:4317</c>; null: nothing is sent.</param>
/// <param name="OverHttp"><c>Telemetry:Protocol</c> is <c>http</c> and not <c>grpc</c>.</param>
/// <param name="Every"><c>Telemetry:Seconds</c>: how often measurements are sent.</param>
internal sealed record TelemetrySettings(Uri? Otlp, bool OverHttp, TimeSpan Every)
{
    public bool IsSent => Otlp is not null;

    /// <exception cref="SetupException">A setting cannot be used.</exception>
    public static TelemetrySettings Of(IConfiguration configuration) => new(
        configuration["Telemetry:Otlp"] is { Length: > 0 } address ? Endpoint(address) : null,
        configuration["Telemetry:Protocol"] switch
        {
            null or "grpc" => false,
            "http" => true,
            var other => throw new SetupException($"Telemetry:Protocol is '{other}'; it can be grpc or http."),
        },
        TimeSpan.FromSeconds(configuration.GetValue("Telemetry:Seconds", 60)));

    private static Uri Endpoint(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? uri
        : throw new SetupException($"Telemetry:Otlp is '{address}', which is no http address.");
}
