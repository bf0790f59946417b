using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Planning;

/// <summary>A new study at a client: after this step a draft of a study and its first wave are kept.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/plan")]
public sealed class NewStudyController(
    NewStudyStore studies, WaveStore waves, IStringLocalizer<Texts> texts, TimeProvider clock) : Controller
{
    [HttpGet]
    public IActionResult Show()
    {
        var zone = CurrentClient.Of(HttpContext)!.TimeZone;
        var (opens, closes) = Proposal.At(clock.GetUtcNow(), zone);
        return View("NewStudy", new NewStudyPage(new NewStudyForm
        {
            Study = Guid.NewGuid(),
            Template = QuestionnaireTemplates.Default,
            Name = NameOf(QuestionnaireTemplates.Load(QuestionnaireTemplates.Default)),
            Wave = texts[$"Season.{Proposal.Season(opens)}", opens.Year],
            Opens = opens,
            Closes = closes,
            TimeZone = zone,
        }));
    }

    [HttpPost]
    public async Task<IActionResult> Add(Guid client, [FromForm] NewStudyForm form, CancellationToken cancellation)
    {
        var faults = form.Faults();
        if (faults.Count > 0 || form.Study == Guid.Empty)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("NewStudy", new NewStudyPage(form with { Study = form.Study == Guid.Empty ? Guid.NewGuid() : form.Study }) { Faults = faults });
        }

        var questionnaire = QuestionnaireTemplates.Load(form.Template!);
        var now = clock.GetUtcNow();
        var study = new NewStudy(form.Study, form.Name!.Trim(), questionnaire.Languages, QuestionnaireFile.Write(questionnaire));
        if (!await studies.Add(client, study, now, AccountClaims.IdOf(User), cancellation) && await studies.FirstWave(client, form.Study, cancellation) is { } known)
            return Redirect($"~/clients/{client}/waves/{known}/people");

        var wave = new NewWave
        {
            // Made here: the key of a wave is found by its number, and a form could name another client's.
            Wave = Guid.NewGuid(),
            Study = form.Study,
            Name = form.Wave!.Trim(),
            OpensAt = ZoneTime.Moment(form.Opens!.Value, form.TimeZone!),
            ClosesAt = ZoneTime.Moment(form.Closes!.Value, form.TimeZone!),
            TimeZone = form.TimeZone!,
            Segments = questionnaire.Languages.Count > 1 ? [new Segment("language", texts["Segment.language"])] : [],
        };
        await waves.Plan(client, wave, now, cancellation);
        return Redirect($"~/clients/{client}/waves/{wave.Wave}/people");
    }

    private static string NameOf(SurveyGap.Analysis.Surveys.Questionnaire questionnaire) =>
        questionnaire.Name.TryGetValue(Screen.Language, out var name) ? name : questionnaire.Name.Values.First();
}

/// <summary>The form with what is wrong in it.</summary>
public sealed record NewStudyPage(NewStudyForm Form)
{
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>What a study can start from.</summary>
    public IEnumerable<(string Key, SurveyGap.Analysis.Surveys.Questionnaire Questionnaire)> Templates =>
        QuestionnaireTemplates.Names.OrderBy(name => name != QuestionnaireTemplates.Default).Select(name => (name, QuestionnaireTemplates.Load(name)));
}
