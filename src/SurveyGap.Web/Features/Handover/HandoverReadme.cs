using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SurveyGap.Reports.Languages;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Handover;

/// <summary>
/// The page in the ZIP that says what is what, in both languages: <c>templates/handover/readme.html</c>, which can be edited without
/// code. A line that names «{study}» stands once for each study.
/// </summary>
public sealed partial class HandoverReadme(TimeProvider clock)
{
    private readonly string _file = Path.Combine(AppContext.BaseDirectory, "templates", "handover", "readme.html");

    public string Of(CurrentClient client, IReadOnlyList<StudyDetails> studies)
    {
        var day = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        Dictionary<string, string> values = Languages.Workspace.ToDictionary(language => $"day.{language}", language => Format.Of(language).Date(day), StringComparer.Ordinal);
        values["client"] = client.Name;
        return string.Join('\n', File.ReadAllText(_file).Split('\n').SelectMany(line => line.Contains("{study}", StringComparison.Ordinal)
            ? studies.Select(study => Filled(line, new Dictionary<string, string>(values, StringComparer.Ordinal)
            {
                ["study"] = study.Name,
                ["days"] = study.KeepPeopleDays.ToString(CultureInfo.InvariantCulture),
            }))
            : [Filled(line, values)]));
    }

    // In one go: what stands in a name is no placeholder.
    private static string Filled(string line, Dictionary<string, string> values) =>
        Placeholder().Replace(line, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? WebUtility.HtmlEncode(value) : match.Value);

    [GeneratedRegex(@"\{(?<name>[a-z.]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
