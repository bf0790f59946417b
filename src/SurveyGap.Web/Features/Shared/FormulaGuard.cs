namespace SurveyGap.Web.Features.Shared;

/// <summary>
/// Text that a spreadsheet would run as a formula gets a quote in front, heads of columns too; every writer of tables asks
/// here. Numbers are no text: a gap of −0.5 stays one.
/// </summary>
internal static class FormulaGuard
{
    private const string Dangerous = "=+-@\t\r\n\0";

    public static string Of(string text) => text.Length > 0 && Dangerous.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
