using Microsoft.AspNetCore.Mvc;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>The dimensions of a questionnaire: their names, the comments they invite to, their order.</summary>
[Route("/clients/{client:guid}/studies/{study:guid}/questionnaire/dimensions")]
public sealed class DimensionsController(QuestionnaireStore questionnaires, Editing editing) : EditorController(questionnaires, editing)
{
    [HttpGet]
    public async Task<IActionResult> New(Guid client, Guid study)
    {
        if (await Current(client, study) is not { } current)
            return NotFound();
        return current.IsEditable ? View("Dimension", DimensionPage.New(current)) : ToQuestionnaire(client, study);
    }

    [HttpPost]
    public async Task<IActionResult> Add(Guid client, Guid study, [FromForm] int version)
    {
        if (await Current(client, study) is not { } current)
            return NotFound();
        var page = DimensionPage.New(current);
        var (sent, form) = Sent(current, "");
        if (form.Faults.Count > 0)
            return Again(page, form, StatusCodes.Status422UnprocessableEntity);

        var key = "";
        var outcome = await Save(new Change(client, study, version, Account)
        {
            Edit = (questionnaire, asked) =>
            {
                key = Keys.For(sent.Name.GetValueOrDefault(questionnaire.Languages[0]), "dimension", questionnaire, asked);
                return questionnaire.Adding(sent with { Key = key });
            },
        });
        return outcome is Outcome.Refused refused ? Again(page with { Refusals = refused.Faults }, form, StatusCodes.Status422UnprocessableEntity)
            : Told(client, study, outcome, $"#dimension-{key}");
    }

    [HttpGet("{dimension}")]
    public async Task<IActionResult> Show(Guid client, Guid study, string dimension)
    {
        if (await Current(client, study) is not { } current)
            return NotFound();
        if (!current.IsEditable)
            return ToQuestionnaire(client, study);
        return current.Questionnaire.FindDimension(dimension) is { } found ? View("Dimension", DimensionPage.Of(current, found)) : NotFound();
    }

    [HttpPost("{dimension}")]
    public async Task<IActionResult> Save(Guid client, Guid study, string dimension, [FromForm] int version)
    {
        if (await Current(client, study) is not { } current || current.Questionnaire.FindDimension(dimension) is not { } found)
            return NotFound();
        var page = DimensionPage.Of(current, found);
        var (sent, form) = Sent(current, dimension);
        if (form.Faults.Count > 0)
            return Again(page, form, StatusCodes.Status422UnprocessableEntity);

        var outcome = await Save(new Change(client, study, version, Account)
        {
            Part = questionnaire => questionnaire.FindDimension(dimension),
            Edit = (questionnaire, _) => questionnaire.FindDimension(dimension) is null ? null : questionnaire.Replacing(sent),
        });
        return outcome switch
        {
            Outcome.Conflict conflict => Again(
                DimensionPage.Of(conflict.Theirs, conflict.Theirs.Questionnaire.FindDimension(dimension) ?? found) with { IsDisputed = true }, form, StatusCodes.Status409Conflict),
            Outcome.Refused refused => Again(page with { Refusals = refused.Faults }, form, StatusCodes.Status422UnprocessableEntity),
            _ => Told(client, study, outcome, $"#dimension-{dimension}"),
        };
    }

    [HttpPost("{dimension}/position")]
    public async Task<IActionResult> Move(Guid client, Guid study, string dimension, [FromForm] int version, [FromForm] string? to) =>
        await Current(client, study) is null ? NotFound() : Told(client, study, await Save(new Change(client, study, version, Account)
        {
            Edit = (questionnaire, _) => questionnaire.FindDimension(dimension) is { } found ? questionnaire.Moving(found, up: to == "up") : null,
        }), $"#dimension-{dimension}");

    /// <summary>Removes a dimension with its questions; nobody may have changed either meanwhile.</summary>
    [HttpPost("{dimension}/removal")]
    public async Task<IActionResult> Remove(Guid client, Guid study, string dimension, [FromForm] int version) =>
        await Current(client, study) is null ? NotFound() : Told(client, study, await Save(new Change(client, study, version, Account)
        {
            Part = questionnaire => questionnaire.FindDimension(dimension) is { } found ? new { found, Questions = questionnaire.Of(found) } : null,
            Edit = (questionnaire, _) => questionnaire.FindDimension(dimension) is { } found ? questionnaire.Without(found) : null,
        }));

    private (Dimension Dimension, WordingsForm Form) Sent(CurrentQuestionnaire current, string key)
    {
        var form = new WordingsForm(Request.Form, current.Questionnaire.Languages);
        var name = form.Texts("name", QuestionnaireRules.LongestName);
        var comment = form.Wordings();
        return (new Dimension { Key = key, Name = name, Comment = comment.Count > 0 ? comment : null }, form);
    }

    private ViewResult Again(DimensionPage page, WordingsForm form, int status)
    {
        Response.StatusCode = status;
        return View("Dimension", page with { Fields = page.Fields with { Typed = form.Typed, Faults = form.Faults, IsDisputed = page.IsDisputed } });
    }
}

/// <summary>One dimension in the editor, or a new one.</summary>
/// <param name="Dimension">Null for a new one.</param>
public sealed record DimensionPage(CurrentQuestionnaire Current, Dimension? Dimension, FieldsView Fields)
{
    /// <summary>Whether somebody else changed the same dimension meanwhile.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Why it was not saved, beyond single fields.</summary>
    public IReadOnlyList<QuestionnaireFault> Refusals { get; init; } = [];

    public static DimensionPage New(CurrentQuestionnaire current) =>
        new(current, Dimension: null, new FieldsView(current.Questionnaire.Languages, new Dictionary<string, string>()) { PointsOut = false });

    public static DimensionPage Of(CurrentQuestionnaire current, Dimension dimension) => new(current, dimension, new FieldsView(
        current.Questionnaire.Languages,
        FieldsView.Of("name", dimension.Name, dimension.Comment ?? new Dictionary<Audience, IReadOnlyDictionary<string, string>>())));
}
