using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Languages;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.CommandLine.AnalysisTables;

/// <summary>An analysis as the terminal prints it: names in English where the questionnaire has it, numbers and words as the report's.</summary>
internal sealed class Printed(StudyAnalysis analysis)
{
    /// <summary>Longer names are cut, so that the columns stay beneath each other.</summary>
    private const int LongestName = 46;
    private const string None = "–";

    private readonly string _language =
        analysis.Questionnaire.Languages.Contains("en", StringComparer.Ordinal) ? "en" : analysis.Questionnaire.Languages[0];

    public StudyAnalysis Analysis => analysis;

    public Wording Words { get; } = Wording.Of("en");

    public Format Format => Words.Format;

    /// <summary>Every dimension, and indented below it its questions.</summary>
    public IEnumerable<T> Items<T>(Func<DimensionResult, T> dimension, Func<QuestionResult, T> question) => analysis.Dimensions.SelectMany(one =>
        analysis.Questions.Where(other => other.Question.Dimension == one.Dimension.Key).Select(question).Prepend(dimension(one)));

    public string Name(IReadOnlyDictionary<string, string> texts) => Cut(texts[_language].Replace("\u00ad", "", StringComparison.Ordinal), LongestName);

    public string Name(Dimension dimension) => Name(dimension.Name);

    public string Name(Question question) => "  " + Cut(Name(question.Label), LongestName - 2);

    /// <summary>The name of a dimension by its key.</summary>
    public string Dimension(string key) => Name(analysis.Questionnaire.Dimensions.Single(dimension => dimension.Key == key));

    public static string Plural(Audience audience) => AudienceNames.Of(audience) + "s";

    /// <summary>«too few» or «withheld»: whether a cell protects itself or another is of no use to the reader.</summary>
    public static string Reason(Withheld reason) => reason == Withheld.TooFew ? "too few" : "withheld";

    /// <summary>A figure of a cell, or in words why there is none.</summary>
    public static string Show<T>(Cell<T> cell, Func<T, string> shown) where T : class => cell.IsShown ? shown(cell.Value) : Reason(cell.Withheld.Value);

    public string Number(double? value, int decimals = 1) => value is { } number ? Format.Number(number, decimals) : None;

    public string Signed(double? value, int decimals = 1) => value is { } number ? Format.WithSign(number, decimals) : None;

    public string Percent(double? share) => share is { } known ? Format.Percent(known) : None;

    public string Count(long? count) => count is { } known ? Format.Count(known) : None;

    public string Interval(Interval? interval, int decimals = 1) =>
        interval is null ? None : Format.Interval(interval.Low, interval.High, decimals);

    public static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)].TrimEnd() + "…";
}
