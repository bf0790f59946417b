using Microsoft.AspNetCore.Mvc;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Invitations;

/// <summary>Who is invited to a wave: found, added, taken out.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/waves/{wave:guid}/people")]
public sealed class PeopleController(
    WaveSummaryStore waves, PeopleStore people, InvitationStore invitations, AddressRules rules, TimeProvider clock) : Controller
{
    private const int LongestSearch = 200;

    [HttpGet]
    public async Task<IActionResult> Index(Guid client, Guid wave, [FromQuery] string? search, [FromQuery] int page, CancellationToken cancellation)
    {
        if (await waves.Find(client, wave, cancellation) is not { } found)
            return NotFound();
        var text = PlainText(search);
        var count = await people.Count(client, wave, text, cancellation);
        var last = (int)Math.Max(1, (count + PeoplePage.Size - 1) / PeoplePage.Size);
        var number = Math.Clamp(page, 1, last);
        return View("People", new PeoplePage
        {
            Wave = found,
            Search = text,
            Found = count,
            Number = number,
            Last = last,
            Segments = await people.Segments(client, wave, cancellation),
            Rare = await people.Rare(client, wave, cancellation),
            Deleted = await people.Deleted(client, wave, cancellation),
            People = await people.Page(client, wave, text, PeoplePage.Size, (number - 1) * PeoplePage.Size, cancellation),
        });
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(Guid client, Guid wave, CancellationToken cancellation) =>
        await waves.Find(client, wave, cancellation) is { } found ? View("Person", new PersonPage(found, new PersonForm(), Fault: null)) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Add(Guid client, Guid wave, [FromForm] PersonForm form, CancellationToken cancellation)
    {
        if (await waves.Find(client, wave, cancellation) is not { } found)
            return NotFound();
        if (await Invite(client, found, form, cancellation) is not { } fault)
            return Back(client, wave);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Person", new PersonPage(found, form, fault));
    }

    [HttpPost("{person:guid}/deletion")]
    public async Task<IActionResult> Delete(Guid client, Guid wave, Guid person, CancellationToken cancellation)
    {
        if (await people.Find(client, wave, person, cancellation) is null)
            return NotFound();
        await people.Delete(client, wave, person, clock.GetUtcNow(), AccountClaims.IdOf(User));
        return Back(client, wave);
    }

    [HttpPost("{person:guid}/revocation")]
    public async Task<IActionResult> Revoke(Guid client, Guid wave, Guid person, CancellationToken cancellation)
    {
        if (await people.Find(client, wave, person, cancellation) is null)
            return NotFound();
        await people.Revoke(client, wave, person, clock.GetUtcNow(), AccountClaims.IdOf(User));
        return Back(client, wave);
    }

    // The key of what is wrong; null if the person is invited now.
    private async Task<string?> Invite(Guid client, WaveSummary wave, PersonForm form, CancellationToken cancellation)
    {
        if (rules.AsCarried((form.Email ?? "").Trim()) is not { } email)
            return "Row.BadAddress";
        if (form.Audience is null || !AudienceNames.All.TryGetValue(form.Audience, out var audience))
            return "Row.NoGroup";
        if (form.Language is not { } language || !Platform.Localisation.Languages.All.Contains(language, StringComparer.Ordinal))
            return "Row.BadLanguage";
        if (wave.State == WaveState.Closed)
            return "Person.Closed";
        if (await invitations.IsErased(client, email, cancellation))
            return "Person.Erased";

        var name = PlainText(form.Name);
        var segments = await people.Segments(wave: wave.WaveId, client: client, cancellation: cancellation);
        var person = new NewInvitation(
            Guid.NewGuid(),
            name.Length == 0 ? null : name,
            email,
            language,
            audience,
            [.. segments.Select(segment => segment.Key == "language" && audience != Audience.Executive ? language : null)]);
        return await invitations.Add(client, wave.WaveId, [person], clock.GetUtcNow(), AccountClaims.IdOf(User), cancellation) == 1 ? null : "Person.Known";
    }

    private static string PlainText(string? text)
    {
        var plain = string.Concat((text ?? "").Where(letter => !char.IsControl(letter))).Trim();
        // A name is not needed here: one that nobody sees is none.
        return !Shared.PlainText.IsVisible(plain) ? "" : plain.Length > LongestSearch ? plain[..LongestSearch] : plain;
    }

    private RedirectResult Back(Guid client, Guid wave) => Redirect($"~/clients/{client}/waves/{wave}/people");
}

/// <summary>One page of a wave's people.</summary>
public sealed record PeoplePage
{
    public const int Size = 25;

    public required WaveSummary Wave { get; init; }

    public required string Search { get; init; }

    /// <summary>How many the search finds; all without one.</summary>
    public required long Found { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required int Last { get; init; }

    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>People whose combination of segments will be withheld.</summary>
    public required long Rare { get; init; }

    /// <summary>When the people were deleted; null while they are there.</summary>
    public required DateTimeOffset? Deleted { get; init; }

    public required IReadOnlyList<InvitedPerson> People { get; init; }

    public long Invited => Wave.Groups.Sum(group => group.Invited);
}

/// <summary>Somebody to invite by hand.</summary>
public sealed record PersonForm
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Language { get; init; }

    public string? Audience { get; init; }
}

/// <param name="Fault">The key of what is wrong; null if nothing.</param>
public sealed record PersonPage(WaveSummary Wave, PersonForm Form, string? Fault);
