using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Platform.Localisation;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>Name, languages, and what is asked beside the ratings.</summary>
[Route("/clients/{client:guid}/studies/{study:guid}/questionnaire/settings")]
public sealed class SettingsController(QuestionnaireStore questionnaires, Editing editing) : EditorController(questionnaires, editing)
{
    private readonly QuestionnaireStore _questionnaires = questionnaires;

    [HttpGet]
    public async Task<IActionResult> Show(Guid client, Guid study)
    {
        if (await Current(client, study) is not { } current)
            return NotFound();
        return current.IsEditable ? View("Settings", SettingsPage.Of(current)) : ToQuestionnaire(client, study);
    }

    [HttpPost]
    public async Task<IActionResult> Save(Guid client, Guid study, SettingsForm form)
    {
        if (await Current(client, study) is not { } current)
            return NotFound();
        // Those it speaks keep their order; new ones follow.
        string[] languages = [.. current.Questionnaire.Languages.Concat(Languages.All).Distinct(StringComparer.Ordinal).Where((form.Languages ?? []).Contains)];
        var sent = new WordingsForm(Request.Form, languages.Length > 0 ? languages : current.Questionnaire.Languages);
        var wanted = new Settings(
            sent.Texts("name", QuestionnaireRules.LongestName), languages, form.Recommendation, form.Importance, form.Predictions, form.Comments);
        if (languages.Length == 0)
            sent.Faults["languages"] = new FieldFault("NoLanguage", 0, 0);
        // The name of a language that is new has no field yet.
        if (languages.Length > 0 && !current.Questionnaire.Languages.Contains(languages[0]))
            sent.Faults.Remove($"name.{languages[0]}");
        if (sent.Faults.Count > 0)
            return Again(SettingsPage.Of(current), wanted, sent, StatusCodes.Status422UnprocessableEntity);

        var outcome = await Save(new Change(client, study, form.Version, Account)
        {
            Part = Settings.Of,
            Edit = (questionnaire, _) => questionnaire.With(wanted),
        });
        if (outcome is Outcome.Saved && form.OnePage is { } onePage)
            await _questionnaires.SetOnePage(client, study, onePage);
        return outcome switch
        {
            Outcome.Conflict conflict => Again(SettingsPage.Of(conflict.Theirs) with { IsDisputed = true }, wanted, sent, StatusCodes.Status409Conflict),
            Outcome.Refused refused => Again(SettingsPage.Of(current) with { Refusals = refused.Faults }, wanted, sent, StatusCodes.Status422UnprocessableEntity),
            _ => Told(client, study, outcome),
        };
    }

    private ViewResult Again(SettingsPage page, Settings wanted, WordingsForm sent, int status)
    {
        Response.StatusCode = status;
        return View("Settings", page with { Shown = wanted, Fields = page.Fields with { Typed = sent.Typed, Faults = sent.Faults, IsDisputed = page.IsDisputed } });
    }
}

/// <summary>The settings as they were sent, but for the names.</summary>
public sealed record SettingsForm
{
    public int Version { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    public bool Recommendation { get; init; }

    public bool Importance { get; init; }

    public bool Predictions { get; init; }

    public bool Comments { get; init; }

    /// <summary>Null where no wave is planned that could show all on one page.</summary>
    public bool? OnePage { get; init; }
}

/// <summary>The settings on their page.</summary>
/// <param name="Shown">What is ticked.</param>
public sealed record SettingsPage(CurrentQuestionnaire Current, Settings Shown, FieldsView Fields)
{
    /// <summary>Whether somebody else changed the settings meanwhile.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Why it was not saved, beyond single fields.</summary>
    public IReadOnlyList<QuestionnaireFault> Refusals { get; init; } = [];

    public static SettingsPage Of(CurrentQuestionnaire current) => new(
        current,
        Settings.Of(current.Questionnaire),
        new FieldsView(current.Questionnaire.Languages, current.Questionnaire.Name.ToDictionary(name => $"name.{name.Key}", name => name.Value, StringComparer.Ordinal)));
}
