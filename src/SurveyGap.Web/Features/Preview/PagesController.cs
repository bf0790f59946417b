using Microsoft.AspNetCore.Mvc;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Preview;

/// <summary>The respondents' own pages, shown to a consultant: nothing is stored, and the forms on them are sent nowhere.</summary>
[Route("/clients/{client:guid}/waves/{wave:guid}/preview/{audience}/{language:length(2)}"), ClientRole(Role.Reader)]
[ViewsOf(typeof(AnsweringController)), MayBeFramed]
public sealed class PagesController(PreviewStore waves, Retention retention) : Controller
{
    [HttpGet]
    public Task<IActionResult> Start(Guid client, Guid wave, string audience, string language) => Show(client, wave, audience, language, (survey, asked) =>
        new StartView(survey, asked, language, Binding: "", survey.PagesFor(asked.Audience).MinutesFrom(1), ResumeAt: null));

    [HttpGet("{page:int}")]
    public Task<IActionResult> Page(Guid client, Guid wave, string audience, string language, int page) => Show(client, wave, audience, language, (survey, asked) =>
    {
        var pages = survey.PagesFor(asked.Audience);
        var slots = SlotMap.Of(survey.Questionnaire);
        return page < 1 || page > pages.Count ? null : new PageView(
            survey, asked, language, pages[page - 1], pages, new AnswerSheet(slots, new byte[slots.Count], new Dictionary<string, string>()), Binding: "", Pointed: false, Faults: []);
    });

    [HttpGet("privacy")]
    public Task<IActionResult> Privacy(Guid client, Guid wave, string audience, string language) => Show(client, wave, audience, language, (survey, asked) =>
        new PrivacyView(survey, asked, language, retention));

    [HttpGet("help")]
    public Task<IActionResult> Help(Guid client, Guid wave, string audience, string language) => Show(client, wave, audience, language, (survey, asked) =>
        new VisitView(survey, asked, Binding: "", language));

    private async Task<IActionResult> Show(Guid client, Guid wave, string audience, string language, Func<Survey, Respondent, SurveyView?> view)
    {
        if (!AudienceNames.All.TryGetValue(audience, out var group)
            || await waves.Find(client, wave, HttpContext.RequestAborted) is not { } found || !PreviewController.MaySee(HttpContext, found)
            || !found.Survey.Languages.Contains(language)
            || view(found.Survey, new Respondent(Guid.Empty, group, language, [])) is not { } page)
            return NotFound();
        return View(ControllerContext.ActionDescriptor.ActionName, page with
        {
            IsPreview = true,
            Root = $"clients/{client}/waves/{wave}/preview/{AudienceNames.Of(group)}/{language}",
        });
    }
}
