using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Answering;

/// <summary>The poster of an open link, for consultants to print.</summary>
[ClientRole(Role.Consultant)]
public sealed class PosterController(OpenLinkStore links, VisitStore visits, SurveyStore surveys, PublicAddress address, IStringLocalizer<Texts> texts, TimeProvider clock) : Controller
{
    [HttpGet("/clients/{client:guid}/waves/{wave:guid}/links/{audience}/poster.pdf")]
    public async Task<IActionResult> Show(Guid client, Guid wave, string audience, CancellationToken cancellation)
    {
        if (!AudienceNames.All.TryGetValue(audience, out var whose) || await links.Find(client, wave, whose, cancellation) is not { } code)
            return NotFound();

        var anybody = Device.New(LinkKind.Open, code, client);
        if (await visits.Find(anybody, wave, answerKey: null, draftKey: [], cancellation) is not { } row
            || await surveys.Find(client, wave, row.Version, cancellation) is not { } survey)
            return NotFound();
        var words = survey.Languages.Select(language => WordsIn(language, survey, whose)).ToList();
        var demo = survey.IsDemo ? texts["Demo"].Value : null;
        return File(new Poster(survey, address.Of($"o/{code}"), words, demo, clock.GetUtcNow()).Pdf(), "application/pdf", $"poster-{audience}.pdf");
    }

    private PosterWords WordsIn(string language, Survey survey, Audience audience)
    {
        var mine = CultureInfo.CurrentUICulture;
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo(language), CultureInfo.GetCultureInfo(language));
            var minutes = survey.Frozen is null ? 4 : survey.PagesFor(audience).MinutesFrom(1);
            return new PosterWords(language, texts[$"Start.Title.{audience}"], texts["Poster.How", minutes, new SurveyView(survey, language).Day(survey.LastMoment)]);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (mine, mine);
        }
    }
}
