using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>Every save is a version: who changed what, when, and the way back.</summary>
[Route("/clients/{client:guid}/studies/{study:guid}/questionnaire/versions")]
public sealed class VersionsController(QuestionnaireStore questionnaires, Editing editing) : EditorController(questionnaires, editing)
{
    private const int OnAPage = 30;

    private readonly QuestionnaireStore _questionnaires = questionnaires;

    [HttpGet]
    public async Task<IActionResult> Index(Guid client, Guid study, [FromQuery] int? from)
    {
        if (await Current(client, study) is not { } current)
            return NotFound();
        // One more than is shown: what the last one changed is told by the one before it.
        var versions = await _questionnaires.Versions(client, study, from ?? current.Version, OnAPage + 1, HttpContext.RequestAborted);
        var lines = versions.Take(OnAPage).Select((version, index) => new VersionLine(
            version, index + 1 < versions.Count ? VersionChange.Between(versions[index + 1].Questionnaire, version.Questionnaire) : null));
        return View("Versions", new VersionsPage(current, [.. lines], versions.Count > OnAPage ? versions[OnAPage].Version : null));
    }

    [HttpGet("{version:int}")]
    public async Task<IActionResult> Show(Guid client, Guid study, int version, [FromQuery] string? spoken)
    {
        if (await Current(client, study) is not { } current || await _questionnaires.Version(client, study, version, HttpContext.RequestAborted) is not { } found)
            return NotFound();
        return View("Read", new ReadPage(study, current.Study, found.Questionnaire, spoken) { Current = current, Earlier = found });
    }

    /// <summary>Brings an earlier version back, as the next one: nothing is lost by it.</summary>
    [HttpPost("{version:int}/restoration")]
    public async Task<IActionResult> Restore(Guid client, Guid study, int version, [FromForm(Name = "version")] int based, [FromForm] bool cosmetic)
    {
        if (await _questionnaires.Version(client, study, version, HttpContext.RequestAborted) is not { } found)
            return NotFound();
        return Told(client, study, await Save(new Change(client, study, based, Account)
        {
            IsCosmetic = cosmetic,
            Part = questionnaire => questionnaire,
            Edit = (_, _) => found.Questionnaire,
        }));
    }
}

/// <summary>The versions of a questionnaire.</summary>
/// <param name="Older">The version that the next page begins with; null if this one is the last.</param>
public sealed record VersionsPage(CurrentQuestionnaire Current, IReadOnlyList<VersionLine> Lines, int? Older);

/// <summary>A version in the list.</summary>
/// <param name="Change">What it changed; null for the first one.</param>
public sealed record VersionLine(QuestionnaireVersion Version, VersionChange? Change);
