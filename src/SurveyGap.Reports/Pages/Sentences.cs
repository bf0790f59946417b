using SurveyGap.Analysis.Results;

namespace SurveyGap.Reports.Pages;

/// <summary>What a finding is called in one or two sentences; the words are in templates/report, the rules are here.</summary>
internal static class Sentences
{
    /// <summary>«Die Führung schätzt … um 1,4 Stufen höher ein als die Kundschaft (4,0 gegen 2,6). Der Unterschied ist gesichert.»</summary>
    public static string OfGap(Reading edition, MirrorGap gap)
    {
        var direction = edition.Format.Number(gap.Gap.Points) == edition.Format.Number(0) ? "same" : gap.Gap.Points > 0 ? "over" : "under";
        return edition.Words.Say(
            $"{(gap.Gap.Pair == Pair.Mirror ? "" : "other.")}sentence.gap.{direction}",
            [
                ("question", edition.Short(gap.Item)),
                ("points", edition.Format.Number(Math.Abs(gap.Gap.Points))),
                ("one", edition.Format.Number(gap.From)),
                ("two", edition.Format.Number(gap.To)),
                .. edition.NamesOf(gap.Gap.Pair),
            ])
            + " " + edition.Words[$"sentence.label.{gap.Gap.Label}"];
    }
}
