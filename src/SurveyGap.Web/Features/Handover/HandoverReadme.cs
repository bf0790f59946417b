using System.Net;
using SurveyGap.Reports.Languages;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Handover;

/// <summary>The page in the ZIP that says what is what, in both languages: <c>templates/handover/readme.html</c>, which can be edited without code.</summary>
public sealed class HandoverReadme(TimeProvider clock)
{
    private readonly string _file = Path.Combine(AppContext.BaseDirectory, "templates", "handover", "readme.html");

    public string Of(CurrentClient client)
    {
        var day = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var dated = Languages.Workspace.Aggregate(
            File.ReadAllText(_file), (text, language) => text.Replace($"{{day.{language}}}", Format.Of(language).Date(day), StringComparison.Ordinal));
        // The name last: what stands in it is no placeholder.
        return dated.Replace("{client}", WebUtility.HtmlEncode(client.Name), StringComparison.Ordinal);
    }
}
