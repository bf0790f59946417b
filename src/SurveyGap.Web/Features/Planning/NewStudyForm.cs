using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Planning;

/// <summary>The second step: what is asked, and when.</summary>
public sealed record NewStudyForm
{
    private const int LongestName = 200;

    /// <summary>Made with the form, so that pressing twice makes one study.</summary>
    public Guid Study { get; init; }

    public string? Template { get; init; }

    public string? Name { get; init; }

    public string? Wave { get; init; }

    public DateTime? Opens { get; init; }

    public DateTime? Closes { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>The fields that cannot stay as they are, each with the key of what is wrong.</summary>
    public IReadOnlyDictionary<string, string> Faults()
    {
        Dictionary<string, string> faults = new(StringComparer.Ordinal);
        if (Template is null || QuestionnaireTemplates.FileOf(Template) is null)
            faults["template"] = "Fault.Template";
        if (!PlainText.IsName(Name, LongestName))
            faults["name"] = "Fault.Name";
        if (!PlainText.IsName(Wave, LongestName))
            faults["wave"] = "Fault.Name";
        if (TimeZone is null || !ZoneTime.Zones.Contains(TimeZone, StringComparer.Ordinal))
            faults["timeZone"] = "Fault.TimeZone";
        if (Opens is not { Year: >= 2000 and < 2200 })
            faults["opens"] = "Fault.Date";
        if (Closes is not { Year: >= 2000 and < 2200 })
            faults["closes"] = "Fault.Date";
        else if (Opens >= Closes)
            faults["closes"] = "Fault.Order";
        return faults;
    }
}
