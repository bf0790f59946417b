using Microsoft.AspNetCore.Mvc;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>The whole questionnaire of a study: to edit for consultants until it is frozen, to read for everybody else.</summary>
[Route("/clients/{client:guid}/studies/{study:guid}/questionnaire")]
public sealed class QuestionnaireController(QuestionnaireStore questionnaires, StudyStore studies) : Controller
{
    [HttpGet, ClientRole(Role.Reader)]
    public async Task<IActionResult> Show(Guid client, Guid study, [FromQuery] string? spoken, CancellationToken cancellation)
    {
        var mayEdit = CurrentClient.Of(HttpContext)!.Role == Role.Consultant;
        if (await studies.Find(client, study, cancellation) is not { } found || (!mayEdit && found.Closed == 0)
            || await questionnaires.Current(client, study, cancellation) is not { } current)
            return NotFound();
        if (mayEdit && current.IsEditable)
            return View("Edit", new EditPage(current, ParityCheck.Of(current.Questionnaire)));
        return View("Read", new ReadPage(study, current.Study, current.Questionnaire, spoken)
        {
            FrozenBy = mayEdit ? current.FrozenBy : null,
            Current = mayEdit ? current : null,
        });
    }

    [HttpGet("check"), ClientRole(Role.Consultant)]
    public async Task<IActionResult> Check(Guid client, Guid study, CancellationToken cancellation) =>
        await questionnaires.Current(client, study, cancellation) is { } current
            ? View("Check", new EditPage(current, ParityCheck.Of(current.Questionnaire)))
            : NotFound();
}

/// <summary>What a wave asks: frozen, once it is open.</summary>
[Route("/clients/{client:guid}/waves/{wave:guid}/questionnaire")]
public sealed class WaveQuestionnaireController(QuestionnaireStore questionnaires) : Controller
{
    /// <summary>Readers see it once the wave is closed, as everything of a wave.</summary>
    [HttpGet, ClientRole(Role.Reader)]
    public async Task<IActionResult> Show(Guid client, Guid wave, [FromQuery] string? spoken, CancellationToken cancellation)
    {
        var mayEdit = CurrentClient.Of(HttpContext)!.Role == Role.Consultant;
        if (await questionnaires.OfWave(client, wave, cancellation) is not { } found || (!mayEdit && !found.IsClosed))
            return NotFound();
        if (found.Frozen is not { } frozen)
            return Redirect($"~/clients/{client}/studies/{found.Study}/questionnaire");
        return View("Read", new ReadPage(found.Study, found.Wave, frozen, spoken) { FrozenBy = found.Wave });
    }
}

/// <summary>A questionnaire that may be changed, with what the parity check says.</summary>
public sealed record EditPage(CurrentQuestionnaire Current, IReadOnlyList<ParityFinding> Findings)
{
    public int Blocking => Findings.Count(finding => finding.IsBlocking);

    /// <summary>What is to be settled at one question.</summary>
    public bool IsOpen(Question question) => Findings.Any(finding => finding.IsBlocking && finding.Place.Question == question.Key);

    public bool IsOpen(Dimension dimension) => Findings.Any(finding => finding.IsBlocking && finding.Place.Dimension == dimension.Key);
}

/// <summary>A questionnaire to read.</summary>
/// <param name="Name">Of its study, wave or version.</param>
/// <param name="Wished">The language to show it in; null for the reader's own.</param>
public sealed record ReadPage(Guid Study, string Name, Questionnaire Questionnaire, string? Wished)
{
    /// <summary>The language that it is shown in: one that it speaks.</summary>
    public string Spoken => new[] { Wished, Screen.Language, Questionnaire.Languages[0] }.OfType<string>().First(Questionnaire.Languages.Contains);

    /// <summary>Name of the wave that keeps it from being changed; null where that is not the question.</summary>
    public string? FrozenBy { get; init; }

    /// <summary>Where its consultants go on; null where there is nothing to go on with.</summary>
    public CurrentQuestionnaire? Current { get; init; }

    /// <summary>An earlier version that may come back; null if it is none.</summary>
    public QuestionnaireVersion? Earlier { get; init; }
}
