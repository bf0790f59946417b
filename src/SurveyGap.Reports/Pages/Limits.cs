using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Reports.Pages;

/// <summary>What the report cannot tell, from what there is: said on the second page and not in the appendix.</summary>
internal static class Limits
{
    public static IEnumerable<string> Of(Reading edition, Mirror mirror)
    {
        var words = edition.Words;
        foreach (var group in edition.Analysis.Groups.Values.Where(group => !group.Responses.IsShown).OrderBy(group => group.Audience))
            yield return words.Say(edition.Asked.Contains(group.Audience) ? "limit.withheld" : "limit.notAsked", ("group", edition.Name(group.Audience)));
        if (edition.Analysis.Groups.Values.Any(group => group.OptIn))
            yield return words["limit.optIn"];
        if (mirror.Open > 0)
            yield return words.Count(mirror.Text("limit.open"), mirror.Open) + Needed(edition, mirror);
        if (edition.Analysis.Groups.Values.Any(group => group is { Census: false, Responses.IsShown: true }))
            yield return words["limit.nonresponse"];
        if (edition.Analysis.Groups[Audience.Executive].Responses.IsShown && edition.Analysis.Groups[Audience.Customer].Responses.IsShown)
            yield return words["limit.average"];
    }

    private static string Needed(Reading edition, Mirror mirror)
    {
        var needed = mirror.Shown.Where(gap => gap.Gap.AnswersNeeded is { Audience: not Audience.Executive })
            .OrderBy(gap => gap.Gap.AnswersNeeded!.More).FirstOrDefault();
        return needed is null ? "" : " " + edition.Words.Count(
            $"limit.needed.{(int)needed.Gap.AnswersNeeded!.Audience}",
            needed.Gap.AnswersNeeded.More,
            ("question", edition.Short(needed.Item)));
    }
}
