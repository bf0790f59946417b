using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Api;

/// <summary>The people of a wave: listed, without whether they have answered and without their links.</summary>
[Route("/api/v1/waves/{wave:guid}/people"), Tags("People"), RequiresScope(ApiScope.People)]
public sealed class ApiPeopleController(WaveSummaryStore waves, PeopleStore people, IStringLocalizer<Texts> texts) : ApiController(texts)
{
    private const int Most = 1000;

    [HttpGet, EndpointName("listPeople")]
    public async Task<ActionResult<PeopleList>> List(Guid wave, Guid? after, int limit = Most, CancellationToken cancellation = default)
    {
        if (await waves.Find(Client, wave, cancellation) is null)
            return NotFound();
        var segments = await people.Segments(Client, wave, cancellation);
        var size = Math.Clamp(limit, 1, Most);
        // One more than asked for tells whether there is a next page.
        var found = await people.After(Client, wave, after ?? Guid.Empty, size + 1, cancellation);
        return new PeopleList([.. found.Take(size).Select(person => Person.Of(person, segments))], found.Count > size ? found[size - 1].InvitationId : null);
    }
}

/// <param name="Next">What to ask for with «after»; null on the last page.</param>
public sealed record PeopleList(IReadOnlyList<Person> People, Guid? Next);

/// <summary>Somebody who is invited.</summary>
/// <param name="Email">Null if the link is handed over on paper.</param>
public sealed record Person(
    Guid Id, string? Email, string? Name, string Language, Audience Audience, IReadOnlyDictionary<string, string> Segments,
    bool AddedAfterOpening, bool Bounced, bool Unsubscribed, bool Revoked)
{
    internal static Person Of(InvitedPerson person, IReadOnlyList<Segment> segments) => new(
        person.InvitationId, person.Email, person.Name, person.Language, person.Audience,
        segments.Zip(person.Segments).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Key, pair => pair.Second!),
        person.AddedAfterOpening, person.Bounced, person.IsUnsubscribed, person.IsRevoked);
}
