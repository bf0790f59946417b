using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>The overview: a line a question, the means of the three groups, the three gaps.</summary>
internal static class MeansTable
{
    public static TextTable Of(Printed printed) => new(
        "Means from 1 (terrible) to 5 (excellent), and gaps",
        [
            .. Enum.GetValues<Audience>().Select(audience => new TextColumn(Printed.Plural(audience))),
            .. Pairs.All.Select(pair => new TextColumn(pair.Key)),
        ],
        printed.Items(
            dimension => Row(printed, printed.Name(dimension.Dimension), Means(printed, dimension.Groups, figures => figures.Mean), dimension.Gaps),
            question => Row(printed, printed.Name(question.Question), Means(printed, question.Groups, figures => figures.Mean), question.Gaps)));

    private static string[] Row(Printed printed, string name, IEnumerable<string> means, IReadOnlyDictionary<Pair, Cell<Gap>> gaps) =>
        [name, .. means, .. Pairs.All.Select(pair => Printed.Show(gaps[pair], gap => $"{printed.Signed(gap.Points)} {printed.Words[$"label.{gap.Label}.short"],-6}"))];

    private static IEnumerable<string> Means<T>(Printed printed, IReadOnlyDictionary<Audience, Cell<T>> groups, Func<T, double?> mean)
        where T : class => Enum.GetValues<Audience>().Select(audience => Printed.Show(groups[audience], figures => printed.Number(mean(figures))));
}
