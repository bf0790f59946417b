using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Shared;

/// <summary>What the audiences are called in files, addresses and JSON; people read localised names instead.</summary>
public static class AudienceNames
{
    public static IReadOnlyDictionary<string, Audience> All { get; } = new Dictionary<string, Audience>(StringComparer.OrdinalIgnoreCase)
    {
        ["executive"] = Audience.Executive,
        ["employee"] = Audience.Employee,
        ["customer"] = Audience.Customer,
    };

    public static string Of(Audience audience) => All.Single(named => named.Value == audience).Key;
}
