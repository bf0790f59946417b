using SurveyGap.Analysis.Results;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>What open gaps need: how many more answers, and of whom.</summary>
internal static class AnswersNeededTable
{
    public static TextTable Of(Printed printed) => new(
        "How many more answers would settle what is open",
        [.. Pairs.All.Select(pair => new TextColumn(printed.Words[$"pair.{pair}"]))],
        printed.Items(
            dimension => Row(printed, printed.Name(dimension.Dimension), dimension.Gaps),
            question => Row(printed, printed.Name(question.Question), question.Gaps)).Where(row => row.Skip(1).Any(cell => cell.Length > 0)));

    private static string[] Row(Printed printed, string name, IReadOnlyDictionary<Pair, Cell<Gap>> gaps) =>
        [name, .. Pairs.All.Select(pair => gaps[pair].Value?.AnswersNeeded is { } needed ? $"{printed.Count(needed.More)} {Printed.Plural(needed.Audience)}" : "")];
}
