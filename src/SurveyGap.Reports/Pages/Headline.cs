using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Reports.Pages;

/// <summary>The first thing that a board reads: one sentence for the whole, one for the mirror page.</summary>
internal static class Headline
{
    /// <summary>The title of the summary.</summary>
    public static string Of(Reading edition, Mirror mirror) => Kind(mirror) switch
    {
        Finding.Over => edition.Words.Say("headline.over", ("question", Question(edition, mirror.Overestimated[0]))),
        Finding.Under => edition.Words.Say("headline.under", ("question", Question(edition, mirror.Underestimated[0]))),
        Finding.Both => edition.Words.Say(
            "headline.both", ("over", Question(edition, mirror.Overestimated[0])), ("under", Question(edition, mirror.Underestimated[0]))),
        Finding.Equal => edition.Words["headline.equal"],
        Finding.Open => edition.Words["headline.open"],
        _ => edition.Words.Say("headline.withheld", ("groups", Missing(edition))),
    };

    /// <summary>The title of the mirror page: how many questions.</summary>
    public static string OfMirror(Reading edition, Mirror mirror) => Kind(mirror) switch
    {
        Finding.Over or Finding.Under when mirror.All.Count == 1 => edition.Words.Say(
            mirror.Overestimated.Count == 1 ? "dimension.Mirror.over" : "dimension.Mirror.under",
            ("points", edition.Format.Number(Math.Abs(mirror.Shown[0].Gap.Points)))),
        Finding.Over => edition.Words.Count(
            mirror.Text("mirror.over"), mirror.Overestimated.Count, ("all", edition.Format.Count(mirror.All.Count))),
        Finding.Under => edition.Words.Count(
            mirror.Text("mirror.under"), mirror.Underestimated.Count, ("all", edition.Format.Count(mirror.All.Count))),
        Finding.Both => edition.Words.Say(
            mirror.Text("mirror.both"), ("over", edition.Format.Count(mirror.Overestimated.Count)), ("under", edition.Format.Count(mirror.Underestimated.Count))),
        Finding.Equal => edition.Words["mirror.equal"],
        Finding.Open => edition.Words["mirror.open"],
        _ => edition.Words.Say("mirror.withheld", ("groups", Missing(edition))),
    };

    /// <summary>The groups without which there is no mirror; all of them if every question lacks one.</summary>
    public static string Missing(Reading edition)
    {
        Audience[] sides = [Audience.Executive, Audience.Customer];
        var missing = sides.Where(side => !edition.Analysis.Groups[side].Responses.IsShown).ToList();
        return edition.Joined([.. (missing.Count == 0 ? [.. sides] : missing).Select(edition.Name)]);
    }

    private static string Question(Reading edition, MirrorGap gap) => edition.Short(gap.Item);

    private static Finding Kind(Mirror mirror) => (mirror.Overestimated.Count, mirror.Underestimated.Count) switch
    {
        _ when mirror.Shown.Count == 0 => Finding.None,
        ( > 0, 0) => Finding.Over,
        (0, > 0) => Finding.Under,
        ( > 0, > 0) => Finding.Both,
        _ => mirror.Equal > mirror.Open ? Finding.Equal : Finding.Open,
    };

    private enum Finding
    {
        None,
        Over,
        Under,
        Both,
        Equal,
        Open,
    }
}
