using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Api;

/// <summary>What there is.</summary>
[Route("/api/v1/studies"), Tags("Studies"), RequiresScope(ApiScope.Results, ApiScope.People, ApiScope.Waves)]
public sealed class ApiStudiesController(StudyStore studies, IStringLocalizer<Texts> texts) : ApiController(texts)
{
    [HttpGet, EndpointName("listStudies")]
    public async Task<StudyList> List(CancellationToken cancellation) => new(
    [
        .. from study in await studies.All(Client, cancellation)
           where Key.SeesRunningWaves || study.Closed > 0
           select new Study(study.StudyId, study.Name, study.Languages, study.IsArchived),
    ]);
}

public sealed record StudyList(IReadOnlyList<Study> Studies);

/// <param name="Languages">Two letters each, the main one first.</param>
public sealed record Study(Guid Id, string Name, IReadOnlyList<string> Languages, bool Archived);
