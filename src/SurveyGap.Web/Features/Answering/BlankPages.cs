using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// Pages for people who have filled in nothing yet: the same for everybody who is asked in one language, but for the binding and
/// the nonce. Razor writes them for whoever comes first; for the others only these two are put in, which costs a hundredth.
/// </summary>
public sealed class BlankPages(ICompositeViewEngine views)
{
    // As long as the survey stays as it is: one whose client was renamed is another.
    private readonly ConditionalWeakTable<Survey, ConcurrentDictionary<Shown, PageTemplate>> _written = [];

    /// <summary>The page with this number, as this view shows it.</summary>
    /// <param name="model">What the view shows of it to this visitor; nobody asks if it is written already.</param>
    public async Task<IActionResult> Of(Visit visit, string view, int page, string language, Func<SurveyView> model, Controller controller)
    {
        var (binding, nonce) = (visit.Device.Binding, Nonce.Of(controller.HttpContext));
        var pages = _written.GetOrCreateValue(visit.Survey);
        Shown shown = new(view, page, language, visit.Respondent.Audience, visit.Respondent.ThroughOpenLink);
        if (!pages.TryGetValue(shown, out var template))
            pages[shown] = template = new PageTemplate(await Render(view, model(), controller), binding, nonce);
        return new Filled(template, binding, nonce);
    }

    private async Task<string> Render(string name, SurveyView model, Controller controller)
    {
        var view = views.FindView(controller.ControllerContext, name, isMainPage: true).EnsureSuccessful(originalLocations: null).View!;
        controller.ViewData.Model = model;
        await using var text = new StringWriter();
        await view.RenderAsync(new ViewContext(controller.ControllerContext, view, controller.ViewData, controller.TempData, text, new HtmlHelperOptions()));
        return text.ToString();
    }

    private readonly record struct Shown(string View, int Page, string Language, Audience Audience, bool ThroughOpenLink);

    private sealed class Filled(PageTemplate page, string binding, string nonce) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => page.Write(context.HttpContext.Response, binding, nonce);
    }
}
