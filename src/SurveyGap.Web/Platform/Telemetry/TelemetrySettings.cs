using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Web.Platform.Telemetry;

/// <summary>The section <c>Telemetry</c> of the settings.</summary>
/// <param name="Otlp"><c>Telemetry:Otlp</c>: the collector, such as <c>http://127.0.0.1:4317</c>; null: nothing is sent.</param>
/// <param name="OverHttp"><c>Telemetry:Protocol</c> is <c>http</c> and not <c>grpc</c>.</param>
/// <param name="Every"><c>Telemetry:Seconds</c>: how often measurements are sent.</param>
internal sealed record TelemetrySettings(Uri? Otlp, bool OverHttp, TimeSpan Every)
{
    private const int SecondsOfADay = 24 * 60 * 60;

    public bool IsSent => Otlp is not null;

    /// <exception cref="SetupException">A setting cannot be used.</exception>
    public static TelemetrySettings Of(IConfiguration configuration) => new(
        configuration.WebAddress("Telemetry:Otlp"),
        configuration.Read("Telemetry:Protocol", false, "grpc or http", text => text switch
        {
            "grpc" => false,
            "http" => true,
            _ => throw new FormatException(),
        }),
        TimeSpan.FromSeconds(configuration.Number("Telemetry:Seconds", 60, least: 1, most: SecondsOfADay)));
}
