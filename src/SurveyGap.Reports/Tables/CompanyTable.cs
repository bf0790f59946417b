using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>What the consultant entered about the company, one row a figure.</summary>
internal static class CompanyTable
{
    public static string[] Columns { get; } = ["name", "unit", "value", "before", "change"];

    public static IEnumerable<ResultCell[]> Rows(Edition edition) => edition.Model.CompanyFigures.Select(figure => new[]
    {
        figure.Name,
        figure.Unit.Length == 0 ? ResultCell.Empty : figure.Unit,
        ResultCell.Figure(figure.Value, figure.Decimals),
        ResultCell.Figure(figure.Before, figure.Decimals),
        ResultCell.Figure(figure.Value - figure.Before, figure.Decimals),
    });
}
