using SurveyGap.Reports;

namespace SurveyGap.Web.Features.Reports;

/// <summary>What the report is called in the folder of whoever downloads it.</summary>
internal static class ReportFile
{
    // What Windows refuses in names; the others refuse less.
    private const string Refused = "\\/:*?\"<>|";

    public static string NameOf(ReportModel report)
    {
        var kind = report.Language == "de" ? "Gap-Bericht" : "Gap report";
        return $"{kind} {Plain(report.Client)}, {Plain(report.Wave)}.pdf";
    }

    private static string Plain(string name) =>
        string.Concat(name.Select(c => char.IsControl(c) || Refused.Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim();
}
