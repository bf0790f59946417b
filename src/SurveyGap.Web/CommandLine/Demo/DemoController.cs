using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.CommandLine.Demo;

/// <summary>The demo client on an installation that was started without it. No account with a known password comes with it.</summary>
[Administrator]
public sealed class DemoController(IServiceProvider services) : Controller
{
    // Asked for here: MVC makes public controllers only, and the loader is nobody else's business.
    private DemoLoader Loader => services.GetRequiredService<DemoLoader>();

    /// <summary>Loads it and makes whoever asked its consultant. Broken off, it goes on at the next press.</summary>
    [HttpPost("/administration/demo")]
    public async Task<IActionResult> Load()
    {
        await Loader.LoadFor(AccountClaims.IdOf(User)!.Value, CancellationToken.None);
        return Redirect($"~/clients/{DemoId.Client}");
    }
}
