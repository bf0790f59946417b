using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>What the editor's controllers share: saving a change, and what to show when it could not be saved.</summary>
[ClientRole(Role.Consultant)]
public abstract class EditorController(QuestionnaireStore questionnaires, Editing editing) : Controller
{
    protected Task<CurrentQuestionnaire?> Current(Guid client, Guid study) => questionnaires.Current(client, study, HttpContext.RequestAborted);

    protected Task<AskedQuestions> Asked(Guid client, Guid study) => questionnaires.Asked(client, study, HttpContext.RequestAborted);

    protected Task<Outcome> Save(Change change) => editing.Save(change);

    protected Guid? Account => AccountClaims.IdOf(User);

    /// <summary>Where a frozen questionnaire is read.</summary>
    protected IActionResult ToQuestionnaire(Guid client, Guid study, string anchor = "") =>
        Redirect($"~/clients/{client}/studies/{study}/questionnaire{anchor}");

    /// <summary>For what a button alone does: done, or a page that says why not.</summary>
    protected IActionResult Told(Guid client, Guid study, Outcome outcome, string anchor = "") => outcome switch
    {
        Outcome.Saved => ToQuestionnaire(client, study, anchor),
        // It is gone already: the page shows how things stand.
        Outcome.Gone => ToQuestionnaire(client, study),
        Outcome.Conflict conflict => Not("Conflict", StatusCodes.Status409Conflict, conflict.Theirs, []),
        Outcome.Frozen frozen => Not("Frozen", StatusCodes.Status409Conflict, frozen.Current, []),
        Outcome.Refused refused => Not("Refused", StatusCodes.Status422UnprocessableEntity, refused.Current, refused.Faults),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown."),
    };

    private ViewResult Not(string reason, int status, CurrentQuestionnaire current, IReadOnlyList<QuestionnaireFault> faults)
    {
        Response.StatusCode = status;
        return View("NotSaved", new NotSavedPage(current, reason, faults));
    }
}

/// <summary>Why a change was not saved.</summary>
/// <param name="Reason">«Conflict», «Frozen» or «Refused»: the end of a text's name.</param>
public sealed record NotSavedPage(CurrentQuestionnaire Current, string Reason, IReadOnlyList<QuestionnaireFault> Faults);
