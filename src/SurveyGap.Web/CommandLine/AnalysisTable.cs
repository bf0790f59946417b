using System.Globalization;
using System.Text;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.CommandLine;

/// <summary>The figures as a table for the terminal: a line a question, the means of the three groups, the three gaps.</summary>
internal static class AnalysisTable
{
    private const int LabelWidth = 46;
    private const int MeanWidth = 11;
    private const int GapWidth = 20;

    public static string Write(StudyAnalysis analysis)
    {
        var language = analysis.Questionnaire.Languages.Contains("en", StringComparer.Ordinal) ? "en" : analysis.Questionnaire.Languages[0];
        var table = new StringBuilder();
        table.AppendLine(Text(analysis.Questionnaire.Name, language));
        foreach (var (audience, group) in analysis.Groups.OrderBy(group => group.Key))
            table.AppendLine(CultureInfo.InvariantCulture, $"  {AudienceNames.Of(audience) + "s",-LabelWidth}{Answered(group)}");
        table.AppendLine();
        Line(table, "Means from 1 (terrible) to 5 (excellent)", [.. analysis.Groups.Keys.Order().Select(AudienceNames.Of)], [.. Pairs.All.Select(pair => pair.Key)]);

        foreach (var dimension in analysis.Dimensions)
        {
            table.AppendLine();
            Line(table, Text(dimension.Dimension.Name, language), Means(dimension.Groups, figures => figures.Mean), Gaps(dimension.Gaps));
            foreach (var question in analysis.Questions.Where(question => question.Question.Dimension == dimension.Dimension.Key))
                Line(table, "  " + Text(question.Question.Label, language), Means(question.Groups, figures => figures.Mean), Gaps(question.Gaps));
        }

        return table.ToString();
    }

    private static string Answered(GroupResult group) => (group.Responses.Value, group.Invited) switch
    {
        (null, _) => "too few answers",
        ({ } answered, null) => $"{answered.Responses} answers",
        ({ } answered, { } invited) => $"{answered.Responses} of {invited} answered",
    };

    private static string[] Means<T>(IReadOnlyDictionary<Audience, Cell<T>> groups, Func<T, double?> mean) where T : class =>
        [.. groups.OrderBy(group => group.Key).Select(group => group.Value.IsShown ? Number(mean(group.Value.Value), "0.0") : Word(group.Value.Withheld.Value))];

    private static string[] Gaps(IReadOnlyDictionary<Pair, Cell<Gap>> gaps) =>
        [.. Pairs.All.Select(pair => gaps[pair]).Select(cell => cell.IsShown ? $"{Number(cell.Value.Points, "+0.0;\u22120.0;0.0")} {Word(cell.Value.Label)}" : Word(cell.Withheld.Value))];

    private static string Word(Label label) => label switch
    {
        Label.Clear => "clear",
        Label.PracticallyEqual => "equal",
        Label.Open => "open",
        Label.Descriptive => "(few)",
        _ => throw new ArgumentOutOfRangeException(nameof(label), label, "Unknown label."),
    };

    private static string Word(Withheld reason) => reason == Withheld.TooFew ? "too few" : "withheld";

    private static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "none";

    private static string Text(IReadOnlyDictionary<string, string> texts, string language) =>
        texts[language].Replace("\u00ad", "", StringComparison.Ordinal);

    private static void Line(StringBuilder table, string label, string[] means, string[] gaps) => table
        .Append(label.PadRight(LabelWidth))
        .AppendJoin("", means.Select(mean => mean.PadLeft(MeanWidth)))
        .AppendJoin("", gaps.Select(gap => gap.PadLeft(GapWidth)))
        .AppendLine();
}
