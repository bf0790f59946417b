using SurveyGap.Reports;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Reports;

/// <summary>What the report is called in the folder of whoever downloads it.</summary>
internal static class ReportFile
{
    public static string NameOf(ReportModel report)
    {
        var kind = report.Language == "de" ? "Gap-Bericht" : "Gap report";
        return $"{kind} {FileName.Plain(report.Client)}, {FileName.Plain(report.Wave)}.pdf";
    }
}
