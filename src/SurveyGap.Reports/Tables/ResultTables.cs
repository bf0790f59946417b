using SurveyGap.Reports.Languages;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>
/// The figures of a report for other programs, one table a subject. They hold what page and PDF show, rounded as there;
/// what is withheld has no number, but the words that stand in its place.
/// </summary>
public static class ResultTables
{
    private static readonly (string Key, string[] Columns, Func<Edition, IEnumerable<ResultCell[]>> Rows)[] All =
    [
        ("questions", QuestionFigures.Columns, QuestionFigures.Rows),
        ("dimensions", DimensionFigures.Columns, DimensionFigures.Rows),
        ("gaps", GapFigures.Columns, GapFigures.Rows),
        ("segments", SegmentFigures.Columns, SegmentFigures.Rows),
        ("trend", TrendFigures.Columns, TrendFigures.Rows),
        ("importance", ImportanceFigures.Columns, ImportanceFigures.Rows),
        ("predictions", PredictionFigures.Columns, PredictionFigures.Rows),
        ("recommendation", RecommendationFigures.Columns, RecommendationFigures.Rows),
        ("company", CompanyTable.Columns, CompanyTable.Rows),
        ("method", MethodFigures.Columns, MethodFigures.Rows),
    ];

    /// <summary>The keys of all tables, in order; a table without data has no rows.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. All.Select(table => table.Key)];

    /// <summary>The name of a table in a language.</summary>
    public static string NameOf(string key, string language) => Wording.Of(language)[$"table.{key}"];

    /// <summary>What a table's columns are called, whatever stands in them.</summary>
    public static IReadOnlyList<ResultColumn> ColumnsOf(string key, string language) =>
        Named(All.Single(table => table.Key == key).Columns, Wording.Of(language));

    /// <summary>All tables, in the order of <see cref="Keys"/>.</summary>
    public static IReadOnlyList<ResultTable> Of(ReportModel model)
    {
        var edition = new Edition(model);
        return [.. All.Select(table => new ResultTable(table.Key, NameOf(table.Key, model.Language), Named(table.Columns, edition.Words), [.. table.Rows(edition)]))];
    }

    private static IReadOnlyList<ResultColumn> Named(string[] columns, Wording words) =>
        [.. columns.Select(column => new ResultColumn(column, words[$"column.{column}"]))];
}
