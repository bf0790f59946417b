using Microsoft.AspNetCore.Mvc;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>The questions of a questionnaire: one of them with its wordings side by side, new ones, their order.</summary>
[Route("/clients/{client:guid}/studies/{study:guid}/questionnaire/questions")]
public sealed class QuestionsController(QuestionnaireStore questionnaires, Editing editing) : EditorController(questionnaires, editing)
{
    [HttpGet]
    public async Task<IActionResult> New(Guid client, Guid study, [FromQuery] string? dimension, [FromQuery] string? like)
    {
        if (await Current(client, study) is not { } current)
            return NotFound();
        if (!current.IsEditable)
            return ToQuestionnaire(client, study);
        if (like is not null)
            return Offered(current, like) is { } offered ? View("Question", QuestionPage.New(current, offered)) : ToQuestionnaire(client, study);
        var chosen = current.Questionnaire.FindDimension(dimension ?? "") ?? current.Questionnaire.Dimensions[0];
        return View("Question", QuestionPage.New(current, chosen.Key));
    }

    /// <summary>Adds a rating of one's own, or what the template has words for.</summary>
    /// <param name="like">Key of the template's question.</param>
    [HttpPost]
    public async Task<IActionResult> Add(Guid client, Guid study, [FromForm] int version, [FromForm] string? dimension, [FromForm] string? like)
    {
        if (await Current(client, study) is not { } current)
            return NotFound();
        var offered = Offered(current, like);
        // Somebody else has added it meanwhile: it is asked once.
        if (like is not null && offered is null)
            return Told(client, study, new Outcome.Gone());
        var page = offered is null ? QuestionPage.New(current, dimension ?? "") : QuestionPage.New(current, offered);
        var sent = Sent(page, page.Scale);
        if (sent.Form.Faults.Count > 0)
            return Again(page, sent.Form, StatusCodes.Status422UnprocessableEntity);

        var key = "";
        var outcome = await Save(new Change(client, study, version, Account)
        {
            Edit = (questionnaire, asked) =>
            {
                key = offered is not null && questionnaire.IsFree(offered.Key) ? offered.Key
                    : Keys.For(sent.Question.Label.GetValueOrDefault(questionnaire.Languages[0]), "question", questionnaire, asked);
                return questionnaire.Adding(sent.Question with { Key = key }).WithOverall(key, sent.IsOverall);
            },
        });
        if (outcome is Outcome.Saved saved)
            key = KeyNow(saved.Questionnaire, current.Questionnaire, key);
        return outcome is Outcome.Refused refused ? Again(page with { Refusals = refused.Faults }, sent.Form, StatusCodes.Status422UnprocessableEntity)
            : Told(client, study, outcome, $"/questions/{key}");
    }

    [HttpGet("{question}")]
    public async Task<IActionResult> Show(Guid client, Guid study, string question, [FromQuery] int? saved, [FromQuery] string? former)
    {
        if (await Current(client, study) is not { } current)
            return NotFound();
        if (!current.IsEditable)
            return ToQuestionnaire(client, study);
        return current.Questionnaire.Find(question) is { } found
            ? View("Question", QuestionPage.Of(current, found, await Asked(client, study)) with { IsSaved = saved == current.Version, Former = former })
            : NotFound();
    }

    [HttpPost("{question}")]
    public async Task<IActionResult> Save(Guid client, Guid study, string question, [FromForm] int version, [FromForm] bool cosmetic, [FromForm] string? dimension)
    {
        if (await Current(client, study) is not { } current || current.Questionnaire.Find(question) is not { } found)
            return NotFound();
        var page = QuestionPage.Of(current, found, await Asked(client, study)) with { IsCosmetic = cosmetic };
        var sent = Sent(page, found.Scale);
        if (sent.Form.Faults.Count > 0)
            return Again(page, sent.Form, StatusCodes.Status422UnprocessableEntity);

        var outcome = await Save(new Change(client, study, version, Account)
        {
            IsCosmetic = cosmetic,
            Part = questionnaire => questionnaire.Find(question),
            Edit = (questionnaire, _) => questionnaire.Find(question) is not { } old ? null : questionnaire.Replacing(question, old with
            {
                Dimension = questionnaire.FindDimension(dimension ?? "")?.Key ?? old.Dimension,
                Label = sent.Question.Label,
                Text = sent.Question.Text,
                Options = sent.Question.Options,
            }).WithOverall(question, sent.IsOverall),
        });
        return outcome switch
        {
            Outcome.Saved saved => ToSaved(client, study, saved, question, KeyNow(saved.Questionnaire, current.Questionnaire, question)),
            Outcome.Conflict conflict => Again(
                QuestionPage.Of(conflict.Theirs, conflict.Theirs.Questionnaire.Find(question) ?? found, page.Asked) with { IsCosmetic = cosmetic, IsDisputed = true },
                sent.Form,
                StatusCodes.Status409Conflict),
            Outcome.Refused refused => Again(page with { Refusals = refused.Faults }, sent.Form, StatusCodes.Status422UnprocessableEntity),
            _ => Told(client, study, outcome),
        };
    }

    [HttpPost("{question}/position")]
    public async Task<IActionResult> Move(Guid client, Guid study, string question, [FromForm] int version, [FromForm] string? to) =>
        await Current(client, study) is null ? NotFound() : Told(client, study, await Save(new Change(client, study, version, Account)
        {
            Edit = (questionnaire, _) => questionnaire.Find(question) is { } found ? questionnaire.Moving(found, up: to == "up") : null,
        }), $"#question-{question}");

    [HttpPost("{question}/removal")]
    public async Task<IActionResult> Remove(Guid client, Guid study, string question, [FromForm] int version) =>
        await Current(client, study) is null ? NotFound() : Told(client, study, await Save(new Change(client, study, version, Account)
        {
            Part = questionnaire => questionnaire.Find(question),
            Edit = (questionnaire, _) => questionnaire.Find(question) is { } found ? questionnaire.Without(found) : null,
        }));

    private static Question? Offered(CurrentQuestionnaire current, string? like) =>
        current.Questionnaire.Offered().FirstOrDefault(question => question.Key == like);

    private (Question Question, bool IsOverall, WordingsForm Form) Sent(QuestionPage page, Scale scale)
    {
        var questionnaire = page.Current.Questionnaire;
        var form = new WordingsForm(Request.Form, questionnaire.Languages);
        var question = new Question
        {
            Key = "",
            Dimension = questionnaire.FindDimension(Request.Form["dimension"].ToString())?.Key,
            Scale = scale,
            Label = form.Texts("label", QuestionnaireRules.LongestLabel),
            Text = form.Wordings(),
            Options = scale is Scale.Pick3 ? [.. questionnaire.Dimensions.Select(each => each.Key).Where(Request.Form["options"].Contains)] : [],
        };
        return (question, scale is Scale.Quality5 && Request.Form["overall"].Contains("true"), form);
    }

    private ViewResult Again(QuestionPage page, WordingsForm form, int status)
    {
        Response.StatusCode = status;
        return View("Question", page with
        {
            Fields = page.Fields with { Typed = form.Typed, Faults = form.Faults, IsDisputed = page.IsDisputed },
            Dimension = form.Typed.GetValueOrDefault("dimension") ?? page.Dimension,
            Options = [.. form.Typed.GetValueOrDefault("options", "").Split(',')],
            IsOverall = form.Typed.ContainsKey("overall"),
        });
    }

    private IActionResult ToSaved(Guid client, Guid study, Outcome.Saved saved, string former, string key) =>
        ToQuestionnaire(client, study, $"/questions/{key}?saved={saved.Version}{(key == former ? "" : $"&former={former}")}");

    // Its place stays, its key may be a new one.
    private static string KeyNow(Questionnaire now, Questionnaire before, string key) =>
        now.Find(key)?.Key ?? now.Questions.Select(question => question.Key).Except(before.Questions.Select(question => question.Key)).FirstOrDefault() ?? key;
}
