using System.Diagnostics;
using OpenTelemetry;

namespace SurveyGap.Web.Platform.Telemetry;

/// <summary>A path may hold a token: the route alone leaves the house. Nor does anything that tells respondents apart, beside the moment of an answer.</summary>
internal sealed class TraceEraser : BaseProcessor<Activity>
{
    private static readonly string[] Telling = ["url.path", "url.full", "url.query", "http.target", "http.url", "client.address", "network.peer.address", "network.peer.port", "user_agent.original"];

    public override void OnEnd(Activity data)
    {
        foreach (var name in Telling)
            data.SetTag(name, value: null);
    }
}
