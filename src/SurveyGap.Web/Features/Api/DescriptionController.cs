using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Localisation;

namespace SurveyGap.Web.Features.Api;

/// <summary>The description of the interface, for programs and for people. It says nothing of any client, so anybody may read it.</summary>
[AllowAnonymous]
public sealed class DescriptionController(Description description, PublicAddress address) : Controller
{
    [HttpGet($"/openapi/{ApiFeature.Version}.json")]
    public async Task<IActionResult> Json(CancellationToken cancellation) => Content(await description.Json(cancellation), "application/json");

    [HttpGet("/openapi")]
    public IActionResult Enter() => Redirect($"~/openapi/{Screen.Language}");

    [HttpGet("/openapi/{language:length(2)}")]
    public async Task<IActionResult> Show(string language, CancellationToken cancellation) => Languages.Workspace.Contains(language)
        ? View("Description", new DescriptionPage(await description.Document(cancellation), address.Of("api/v1"), language))
        : NotFound();
}
