using SurveyGap.Reports.Languages;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>
/// The figures of a report for other programs, one table a subject. They hold what page and PDF show, rounded as there;
/// what is withheld has no number, but the words that stand in its place.
/// </summary>
public static class ResultTables
{
    /// <summary>The keys of all tables, in order; a table without data has no rows.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["questions", "dimensions", "gaps", "segments", "trend", "importance", "predictions", "recommendation", "company", "method"];

    /// <summary>The name of a table in a language.</summary>
    public static string NameOf(string key, string language) => Wording.Of(language)[$"table.{key}"];

    /// <summary>All tables, in the order of <see cref="Keys"/>.</summary>
    public static IReadOnlyList<ResultTable> Of(ReportModel model)
    {
        var edition = new Edition(model);
        return
        [
            Table("questions", QuestionFigures.Columns, QuestionFigures.Rows(edition)),
            Table("dimensions", DimensionFigures.Columns, DimensionFigures.Rows(edition)),
            Table("gaps", GapFigures.Columns, GapFigures.Rows(edition)),
            Table("segments", SegmentFigures.Columns, SegmentFigures.Rows(edition)),
            Table("trend", TrendFigures.Columns, TrendFigures.Rows(edition)),
            Table("importance", ImportanceFigures.Columns, ImportanceFigures.Rows(edition)),
            Table("predictions", PredictionFigures.Columns, PredictionFigures.Rows(edition)),
            Table("recommendation", RecommendationFigures.Columns, RecommendationFigures.Rows(edition)),
            Table("company", CompanyTable.Columns, CompanyTable.Rows(edition)),
            Table("method", MethodFigures.Columns, MethodFigures.Rows(edition)),
        ];

        ResultTable Table(string key, string[] columns, IEnumerable<ResultCell[]> rows) => new(
            key,
            NameOf(key, model.Language),
            [.. columns.Select(column => new ResultColumn(column, edition.Words[$"column.{column}"]))],
            [.. rows]);
    }
}
