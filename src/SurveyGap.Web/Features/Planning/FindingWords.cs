using Microsoft.Extensions.Localization;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Planning;

/// <summary>Says findings in the language of the request, on the page and to programs.</summary>
public sealed class FindingWords(IStringLocalizer<Texts> texts, IStringLocalizer<Shared.Texts> common)
{
    public string Of(Finding finding) => texts[$"Finding.{finding.Key}", Places(finding)];

    public string Why(Finding finding) => texts[$"Finding.{finding.Key}.Why", Places(finding)];

    private object[] Places(Finding finding) =>
    [
        finding.Group is { } audience ? common[$"Audience.{audience}"].Value : "",
        .. finding.Numbers.Select(number => Screen.Format.Count(number)),
        finding.Detail ?? "",
    ];
}
