using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>The answer first: one headline, three figures, three findings, what the report cannot tell, the contents.</summary>
internal static class SummaryPage
{
    public static Section Of(Edition edition, Mirror mirror)
    {
        var words = edition.Words;
        List<Block> blocks = [.. Edition.Opening(words["summary"], Headline.Of(edition, mirror), WhoPage.Sentence(edition))];
        if (Figures(edition, mirror).ToList() is { Count: > 0 } figures)
            blocks.Add(new KeyFigures(figures) { Above = 18 });

        var findings = Findings.Of(edition, mirror);
        if (findings.Count > 0)
        {
            blocks.Add(Edition.Part(words.Count("summary.findings", findings.Count)));
            blocks.Add(new Listing(findings, Numbered: true) { Above = 6 });
        }

        blocks.Add(Edition.Part(words["summary.limits"]));
        blocks.Add(new Listing([.. Limits.Of(edition, mirror).Select(text => ((string?)null, text))], Numbered: false) { Above = 6 });
        blocks.Add(Edition.Part(words["contents"]));
        blocks.Add(new Contents { Above = 4 });
        return new Section(words["summary"], blocks);
    }

    public static IEnumerable<(string Figure, string Sentence)> Figures(Edition edition, Mirror mirror)
    {
        var (words, format) = (edition.Words, edition.Format);
        foreach (var figure in Ranking.Of(edition)?.KeyFigures(edition) ?? [])
            yield return figure;
        if (mirror.Shown.Count == 0)
            yield break;

        var names = edition.NamesOf(mirror.Pair);
        yield return (
            words.Say("of", ("n", format.Count(mirror.Overestimated.Count)), ("all", format.Count(mirror.All.Count))),
            words.Say(mirror.Text(mirror.OfPair("figure.over")), names));
        if (mirror.Largest is { } largest)
        {
            yield return (
                format.WithSign(largest.Gap.Points),
                words.Say(
                    "figure.largest",
                    ("question", edition.Short(largest.Item)),
                    ("one", format.Number(largest.From)),
                    ("two", format.Number(largest.To))));
        }
        else
        {
            yield return (format.Count(mirror.Open), words.Count(mirror.Text("figure.open"), mirror.Open));
        }

        yield return mirror.Underestimated.Count > 0
            ? (format.Count(mirror.Underestimated.Count), words.Count(
                mirror.Text(mirror.OfPair("figure.under")), mirror.Underestimated.Count,
                [("question", edition.Short(mirror.Underestimated[0].Item)), .. names]))
            : (format.Count(mirror.Equal), words.Count(mirror.Text(mirror.OfPair("figure.equal")), mirror.Equal));
    }
}
