using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Caching.Memory;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// Forms that nobody has filled in yet: the same for everybody who is asked in one language, but for the binding and the nonce.
/// Razor writes them for whoever comes first; for the others only these two are put in, which costs a hundredth.
/// </summary>
public sealed class BlankForms(ICompositeViewEngine views, IMemoryCache cache)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    public async Task<IActionResult> Of(PageView page, Controller controller)
    {
        var nonce = Nonce.Of(controller.HttpContext);
        var form = await cache.GetOrCreateAsync(Shown.On(page), async entry =>
        {
            entry.SlidingExpiration = Idle;
            return new PageTemplate(await Render(page, controller), page.Binding, nonce);
        });
        return new Filled(form!, page.Binding, nonce);
    }

    private async Task<string> Render(PageView page, Controller controller)
    {
        var view = views.FindView(controller.ControllerContext, "Page", isMainPage: true).EnsureSuccessful(originalLocations: null).View!;
        controller.ViewData.Model = page;
        await using var text = new StringWriter();
        await view.RenderAsync(new ViewContext(controller.ControllerContext, view, controller.ViewData, controller.TempData, text, new HtmlHelperOptions()));
        return text.ToString();
    }

    // All that the view shows of a survey beside its frozen questionnaire: whoever renames a client changes its forms at once.
    private sealed record Shown(
        Guid Wave, Audience Audience, bool ThroughOpenLink, string Language, int Page, bool OnePage,
        string ClientName, string Color, bool IsDemo, string Languages)
    {
        public static Shown On(PageView page) => new(
            page.Survey.Wave, page.Respondent.Audience, page.ThroughOpenLink, page.Language, page.Page.Number, page.Survey.OnePage,
            page.Survey.ClientName, page.Survey.Color, page.Survey.IsDemo, string.Join(' ', page.Survey.Languages));
    }

    private sealed class Filled(PageTemplate form, string binding, string nonce) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => form.Write(context.HttpContext.Response, binding, nonce);
    }
}
