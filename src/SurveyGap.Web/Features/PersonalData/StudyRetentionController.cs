using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>For how long the people of a study are kept.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/studies/{study:guid}/retention")]
public sealed class StudyRetentionController(StudyRetentionStore store, TimeProvider clock) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Keep(Guid client, Guid study, [FromForm] int? days, CancellationToken cancellation)
    {
        var studies = await store.All(client, cancellation);
        if (!studies.Any(known => known.StudyId == study))
            return NotFound();
        if (days is not (>= StudyRetention.Fewest and <= StudyRetention.Most))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Index", new PersonalDataPage(null, "Days.Wrong", studies));
        }

        await store.Keep(client, study, days.Value, AccountClaims.IdOf(User)!.Value, clock.GetUtcNow(), cancellation);
        return Redirect($"~/clients/{client}/personal-data");
    }
}
