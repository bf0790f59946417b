using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Studies;

/// <summary>The studies of a client, and one of them with its waves and its questionnaire.</summary>
[Route("/clients/{client:guid}/studies"), ClientRole(Role.Reader)]
public sealed class StudiesController(StudyStore studies, QuestionnaireStore questionnaires) : Controller
{
    /// <summary>Readers see those with a closed wave: the others are none of their business yet.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(Guid client, CancellationToken cancellation) =>
        View("Index", (await studies.All(client, cancellation)).Where(study => SeesAll || study.Closed > 0).ToList());

    [HttpGet("{study:guid}")]
    public async Task<IActionResult> Show(Guid client, Guid study, CancellationToken cancellation)
    {
        if (await studies.Find(client, study, cancellation) is not { } found || (!SeesAll && found.Closed == 0))
            return NotFound();
        var waves = await studies.Waves(client, study, cancellation);
        return View("Show", new StudyPage(
            found,
            [.. waves.Where(wave => SeesAll || wave.ClosedAt is not null)],
            await questionnaires.Current(client, study, cancellation)));
    }

    private bool SeesAll => CurrentClient.Of(HttpContext)!.Role == Role.Consultant;
}

/// <summary>A study on its page.</summary>
/// <param name="Waves">The newest first.</param>
/// <param name="Questionnaire">Null if the study has none yet.</param>
public sealed record StudyPage(StudySummary Study, IReadOnlyList<StudyWave> Waves, CurrentQuestionnaire? Questionnaire);
