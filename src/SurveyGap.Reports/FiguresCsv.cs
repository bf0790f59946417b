using System.Globalization;
using System.Text;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports;

/// <summary>
/// The report's figures as a file that is attached to it: what is shown, rounded as it is shown, and nothing else.
/// Decimal points and commas, UTF-8, for machines of any culture.
/// </summary>
public static class FiguresCsv
{
    /// <summary>Its name inside the PDF.</summary>
    public const string FileName = "figures.csv";

    private const int Decimals = 1;

    /// <summary>One row a question or dimension and group, then one row a gap.</summary>
    public static byte[] Write(StudyAnalysis analysis)
    {
        var csv = new StringBuilder("kind,key,group,n,mean,mean_low,mean_high,top2_percent,gap,gap_low,gap_high,label,withheld\r\n");
        foreach (var question in analysis.Questions)
        {
            var asked = Asked(analysis, question.Question);
            foreach (var audience in Enum.GetValues<Audience>())
            {
                var cell = question.Groups[audience];
                var interval = analysis.Sampled(audience, cell.Value?.MeanCi);
                Line(csv, "question", question.Question.Key, Key(audience),
                    Whole(cell.Value?.N), Show(cell.Value?.Mean), Show(interval?.Low), Show(interval?.High),
                    cell.Value?.N >= analysis.Thresholds.PercentFrom ? Whole(cell.Value?.Top2.Share * 100) : "",
                    "", "", "", "", Mark(cell.Withheld, asked.Contains(audience)));
            }

            Gaps(csv, "question", question.Question.Key, question.Gaps, asked);
        }

        foreach (var dimension in analysis.Dimensions)
        {
            var asked = analysis.Questionnaire.Ratings(dimension.Dimension).SelectMany(question => Asked(analysis, question)).ToHashSet();
            foreach (var audience in Enum.GetValues<Audience>())
            {
                var cell = dimension.Groups[audience];
                var interval = analysis.Sampled(audience, cell.Value?.MeanCi);
                Line(csv, "dimension", dimension.Dimension.Key, Key(audience),
                    Whole(cell.Value?.NScored), Show(cell.Value?.Mean), Show(interval?.Low), Show(interval?.High),
                    Whole(cell.Value?.Top2Share * 100), "", "", "", "", Mark(cell.Withheld, asked.Contains(audience)));
            }

            Gaps(csv, "dimension", dimension.Dimension.Key, dimension.Gaps, asked);
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static HashSet<Audience> Asked(StudyAnalysis analysis, Question question) =>
        [.. question.Text.Keys.Where(audience => analysis.Groups[audience].Asked)];

    private static void Gaps(
        StringBuilder csv, string kind, string key, IReadOnlyDictionary<Pair, Cell<Gap>> gaps, HashSet<Audience> asked)
    {
        foreach (var pair in Pairs.All)
        {
            var gap = gaps[pair];
            Line(csv, kind, key, pair.Key, "", "", "", "", "",
                Show(gap.Value?.Points), Show(gap.Value?.Interval?.Low), Show(gap.Value?.Interval?.High),
                gap.Value is { } value ? Camel(value.Label.ToString()) : "", Mark(gap.Withheld, asked.Contains(pair.From) && asked.Contains(pair.To)));
        }
    }

    private static void Line(StringBuilder csv, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
            csv.Append(i == 0 ? "" : ",").Append(Quoted(fields[i]));
        csv.Append("\r\n");
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : field;

    private static string Key(Audience audience) => Camel(audience.ToString());

    // The reason stays inside, as on the page: «unanimous» would say what all of them think.
    private static string Mark(Withheld? reason, bool asked) => reason is null ? "" : asked ? "withheld" : "notAsked";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Whole(double? value) => Show(value, 0);

    private static string Show(double? value, int decimals = Decimals) => value is { } number
        ? Format.Round(number, decimals).ToString(decimals == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)
        : "";
}
