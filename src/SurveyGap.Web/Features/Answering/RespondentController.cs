using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// What the respondents' controllers share: the friendly pages. Nobody signs in here: the link is the permission.
/// A form of ours needs no antiforgery token: <see cref="Device.Binding"/> can be made up by nobody who lacks the cookie.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public abstract class RespondentController : Controller
{
    protected static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The same page, status and time for unknown, revoked and expired links.</summary>
    protected IActionResult Unknown()
    {
        Response.StatusCode = Guesses.Of(HttpContext).Count(HttpContext) ? StatusCodes.Status404NotFound : StatusCodes.Status429TooManyRequests;
        return View("Unknown", new SurveyView(Whose: null, Language));
    }

    /// <summary>The page for a visit that cannot answer now.</summary>
    protected IActionResult Friendly(Visit visit) => visit.State switch
    {
        VisitState.Early => View("Early", ViewOf(visit)),
        VisitState.Answered => View("Answered", ViewOf(visit)),
        VisitState.Closed => View("Closed", ViewOf(visit)),
        _ => throw new ArgumentOutOfRangeException(nameof(visit), visit.State, "This visit can answer."),
    };

    protected static VisitView ViewOf(Visit visit) => new(visit.Survey, visit.Respondent, visit.Device.Binding, Language);

    protected IActionResult To(Guid wave, string language, string path) => Redirect($"~/answer/{wave}/{language}{path}");
}
