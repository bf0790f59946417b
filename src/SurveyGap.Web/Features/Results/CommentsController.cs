using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Results;

/// <summary>What people wrote, by group and dimension, to be searched; never beside anything else that they answered.</summary>
[ClientRole(Role.Reader)]
public sealed class CommentsController(ReleaseStore releases) : Controller
{
    [HttpGet("/clients/{client:guid}/waves/{wave:guid}/results/comments")]
    public async Task<IActionResult> Show(Guid client, Guid wave, string? group, string? about, string? search, CancellationToken cancellation)
    {
        if (await releases.Find(client, wave, cancellation) is not { } found)
            return NotFound();
        var report = found.ToReport(CurrentClient.Of(HttpContext)!, Screen.Language);
        var wanted = Enum.TryParse<Audience>(group, ignoreCase: true, out var audience) && Enum.IsDefined(audience) ? audience : (Audience?)null;
        var shown = report.ShuffledComments.Where(comment =>
            (wanted is null || comment.Audience == wanted)
            && (string.IsNullOrEmpty(about) || comment.Dimension == about)
            && Holds(comment.Text, search));
        return View("Comments", new CommentsPage(found, report, [.. shown], wanted, about, search));
    }

    // «Öffnung» is found by «offnung» too.
    private static bool Holds(string text, string? search) => string.IsNullOrWhiteSpace(search)
        || CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, search.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}

/// <summary>The comments of a wave that fit a search.</summary>
/// <param name="Shown">Those that fit, shuffled.</param>
/// <param name="Group">Only of this group; null: of all.</param>
/// <param name="About">Only about this dimension; null: about all.</param>
public sealed record CommentsPage(PublishedWave Wave, ReportModel Report, IReadOnlyList<Comment> Shown, Audience? Group, string? About, string? Search)
{
    /// <summary>How many there are without a search.</summary>
    public int All => Report.ShuffledComments.Count;

    /// <summary>The groups that wrote something which may be shown.</summary>
    public IEnumerable<Audience> Groups => Report.ShuffledComments.Select(comment => comment.Audience).Distinct().OrderDescending();

    /// <summary>The dimensions that were commented, in the questionnaire's order.</summary>
    public IEnumerable<Dimension> Dimensions => Report.Analysis.Questionnaire.Dimensions
        .Where(dimension => Report.ShuffledComments.Any(comment => comment.Dimension == dimension.Key));
}
