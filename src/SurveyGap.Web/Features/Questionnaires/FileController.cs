using System.Text;
using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>A questionnaire as a file, out and in: the same format as the templates that ship.</summary>
[Route("/clients/{client:guid}/studies/{study:guid}/questionnaire/file")]
public sealed class FileController(QuestionnaireStore questionnaires, Editing editing) : EditorController(questionnaires, editing)
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid client, Guid study) =>
        await Current(client, study) is { } current ? View("File", new FilePage(current)) : NotFound();

    [HttpGet("download")]
    public async Task<IActionResult> Download(Guid client, Guid study) =>
        await Current(client, study) is { } current
            ? File(Encoding.UTF8.GetBytes(QuestionnaireFile.Write(current.Questionnaire)), "application/json", $"{FileName.Plain(current.Study)} {current.Version}.json")
            : NotFound();

    /// <summary>All or nothing: the file takes the questionnaire's place, as its next version.</summary>
    [HttpPost]
    public async Task<IActionResult> Upload(Guid client, Guid study, [FromForm] int version, [FromForm] bool cosmetic, IFormFile? file)
    {
        if (await Current(client, study) is not { } current)
            return NotFound();
        if (file is not { Length: > 0 })
            return Again(new FilePage(current) { IsMissing = true });

        using var text = new StreamReader(file.OpenReadStream(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var reading = QuestionnaireFile.ReadDraft(await text.ReadToEndAsync(HttpContext.RequestAborted));
        if (reading.Questionnaire is not { } questionnaire)
            return Again(new FilePage(current) { File = file.FileName, Faults = reading.Faults });

        return Told(client, study, await Save(new Change(client, study, version, Account)
        {
            IsCosmetic = cosmetic,
            Part = whole => whole,
            Edit = (_, _) => questionnaire,
        }));
    }

    private ViewResult Again(FilePage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("File", page);
    }
}

/// <summary>The page for files.</summary>
public sealed record FilePage(CurrentQuestionnaire Current)
{
    /// <summary>Whether it was sent without a file.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Name of the file that could not be taken; null where none was sent.</summary>
    public string? File { get; init; }

    public IReadOnlyList<QuestionnaireFault> Faults { get; init; } = [];
}
