using System.Diagnostics;
using OpenTelemetry;

namespace SurveyGap.Web.Platform.Telemetry;

/// <summary>A path may hold a token: the route alone leaves the house.</summary>
internal sealed class PathEraser : BaseProcessor<Activity>
{
    private static readonly string[] Telling = ["url.path", "url.full", "url.query", "http.target", "http.url", "client.address"];

    public override void OnEnd(Activity data)
    {
        foreach (var name in Telling)
            data.SetTag(name, value: null);
    }
}
