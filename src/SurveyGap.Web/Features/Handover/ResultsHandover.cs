using SurveyGap.Reports;
using SurveyGap.Reports.Tables;
using SurveyGap.Web.Features.Exports;
using SurveyGap.Web.Features.Results;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Handover;

/// <summary>
/// Writes the results of a closed wave as the screen shows them. The release's counts are not among them: whoever has these
/// has every withheld cell.
/// </summary>
public sealed class ResultsHandover(ReleaseStore releases)
{
    public async Task Write(CurrentClient client, Guid wave, string folder, HandoverZip zip, CancellationToken cancellation)
    {
        if (await releases.Find(client.Id, wave, cancellation) is not { } found)
            return;
        foreach (var language in Languages.Workspace)
            await Files(found.ToReport(client, language), $"{folder}/results/{language}", zip);
        await zip.Add($"{folder}/results/comments.csv", Comments(found.ToReport(client, Languages.Default)));
    }

    private static async Task Files(ReportModel report, string folder, HandoverZip zip)
    {
        var tables = ResultTables.Of(report);
        await zip.Add($"{folder}/report.pdf", GapReport.ToArray(report));
        await zip.Add($"{folder}/results.xlsx", TablesWorkbook.Write(report, tables));
        await zip.Add($"{folder}/results.json", TablesJson.Write(tables));
        foreach (var table in tables)
            await zip.Add($"{folder}/{table.Key}.csv", TableCsv.Write(table));
    }

    // As shuffled as on their page.
    private static byte[] Comments(ReportModel report)
    {
        using var csv = new GuardedCsv(["audience", "dimension_key", "comment"]);
        foreach (var comment in report.ShuffledComments)
            csv.Row([AudienceNames.Of(comment.Audience), comment.Dimension, comment.Text]);
        return csv.Take();
    }
}
