using SurveyGap.Analysis.Results;

namespace SurveyGap.Reports.Pages;

/// <summary>The first thing that a board reads: one sentence for the whole, one for the mirror page.</summary>
internal static class Headline
{
    /// <summary>The title of the summary.</summary>
    public static string Of(Reading edition, Mirror mirror) => Kind(mirror) switch
    {
        Finding.Over => Say(edition, mirror, "headline.over", ("question", Question(edition, mirror.Overestimated[0]))),
        Finding.Under => Say(edition, mirror, "headline.under", ("question", Question(edition, mirror.Underestimated[0]))),
        Finding.Both => Say(
            edition, mirror, "headline.both",
            ("over", Question(edition, mirror.Overestimated[0])), ("under", Question(edition, mirror.Underestimated[0]))),
        Finding.Equal => Say(edition, mirror, "headline.equal"),
        Finding.Open => Say(edition, mirror, "headline.open"),
        _ => Ranking.Of(edition) is { } ranking ? ranking.Headline(edition) : edition.Words.Say("headline.withheld", ("groups", Missing(edition))),
    };

    /// <summary>The title of the mirror page: how many questions.</summary>
    public static string OfMirror(Reading edition, Mirror mirror) => Kind(mirror) switch
    {
        Finding.Over or Finding.Under when mirror.All.Count == 1 => edition.Words.Say(
            $"dimension.{mirror.Pair}.{(mirror.Overestimated.Count == 1 ? "over" : "under")}",
            ("points", edition.Format.Number(Math.Abs(mirror.Shown[0].Gap.Points)))),
        Finding.Over => edition.Words.Count(
            mirror.Text(mirror.OfPair("mirror.over")), mirror.Overestimated.Count,
            [("all", edition.Format.Count(mirror.All.Count)), .. edition.NamesOf(mirror.Pair)]),
        Finding.Under => edition.Words.Count(
            mirror.Text(mirror.OfPair("mirror.under")), mirror.Underestimated.Count,
            [("all", edition.Format.Count(mirror.All.Count)), .. edition.NamesOf(mirror.Pair)]),
        Finding.Both => edition.Words.Say(
            mirror.Text(mirror.OfPair("mirror.both")),
            [
                ("over", edition.Format.Count(mirror.Overestimated.Count)), ("under", edition.Format.Count(mirror.Underestimated.Count)),
                ("all", edition.Format.Count(mirror.All.Count)), .. edition.NamesOf(mirror.Pair),
            ]),
        Finding.Equal => mirror.Pair == Pair.Mirror ? edition.Words["mirror.equal"] : Say(edition, mirror, "headline.equal"),
        Finding.Open => edition.Words["mirror.open"],
        _ => Of(edition, mirror),
    };

    // The groups without which there is no comparison; all of them if every question lacks one.
    private static string Missing(Reading edition)
    {
        var missing = edition.Asked.Where(side => !edition.Analysis.Groups[side].Responses.IsShown).ToList();
        return edition.Joined([.. (missing.Count == 0 ? edition.Asked : missing).Select(edition.Name)]);
    }

    private static string Say(Reading edition, Mirror mirror, string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        edition.Words.Say(mirror.OfPair(key), [.. values, .. edition.NamesOf(mirror.Pair)]);

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
