using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Platform.Localisation;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>
/// What a client's data hold on an address: looked up, handed out, deleted. Addresses come in forms and never stand in an
/// address of a page: those are written into logs.
/// </summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/personal-data")]
public sealed class PersonalDataController(
    PersonalDataStore store, PersonErasure erasure, PersonLetters letters, LetterSeal seal, StudyRetentionStore retention, AddressRules rules, TimeProvider clock) : Controller
{
    [HttpGet]
    public Task<IActionResult> Index(Guid client, CancellationToken cancellation) => Index(client, address: null, fault: null, cancellation);

    [HttpPost("person")]
    public async Task<IActionResult> Show(Guid client, [FromForm] string? address, CancellationToken cancellation)
    {
        if (AddressOf(address) is not { } known)
            return await Index(client, address, "Address.Wrong", cancellation);
        await store.Note(client, AccountClaims.IdOf(User)!.Value, cancellation);
        return View("Person", new PersonPage(known, await store.Find(client, rules.HashOf(known), cancellation), IsTypedWrong: false));
    }

    /// <summary>The same as a file: a letter, or for a machine.</summary>
    [HttpPost("access")]
    public async Task<IActionResult> Access(Guid client, [FromForm] string? address, [FromForm] string? format, CancellationToken cancellation)
    {
        if (AddressOf(address) is not { } known)
            return await Index(client, address, "Address.Wrong", cancellation);
        var person = await store.Find(client, rules.HashOf(known), cancellation);
        var responsible = await store.Responsible(client, cancellation);
        await store.Note(client, AccountClaims.IdOf(User)!.Value, cancellation);
        return Languages.Workspace.Contains(format ?? "")
            ? File(letters.Access(CurrentClient.Of(HttpContext)!, responsible, known, person, format!), "application/pdf", "personal-data.pdf")
            : File(PersonJson.Write(known, responsible.Name, clock.GetUtcNow(), person, PersonLetters.NeverFound.Select(letters.NeverText)), "application/json", "personal-data.json");
    }

    /// <summary>Deletes the person, after the address was typed once more.</summary>
    [HttpPost("erasure")]
    public async Task<IActionResult> Erase(Guid client, [FromForm] string? address, [FromForm] string? typed, CancellationToken cancellation)
    {
        if (AddressOf(address) is not { } known)
            return await Index(client, address, "Address.Wrong", cancellation);
        var hash = rules.HashOf(known);
        var person = await store.Find(client, hash, cancellation);
        if (AddressOf(typed) is not { } again || !rules.HashOf(again).AsSpan().SequenceEqual(hash))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Person", new PersonPage(known, person, IsTypedWrong: true));
        }

        await erasure.Erase(client, hash, AccountClaims.IdOf(User)!.Value, cancellation);
        var erased = ErasedPerson.Of(known, person, clock.GetUtcNow());
        return View("Erased", new ErasedPage(erased, seal.Close(client, erased)));
    }

    /// <summary>The letter that confirms a deletion; what it says comes with the form, as it is stored nowhere.</summary>
    [HttpPost("letter")]
    public async Task<IActionResult> Letter(Guid client, [FromForm] string? letter, [FromForm] string? spoken, CancellationToken cancellation)
    {
        if (seal.Open(client, letter) is not { } erased || !Languages.Workspace.Contains(spoken ?? ""))
            return await Index(client, address: null, "Letter.Gone", cancellation);
        var responsible = await store.Responsible(client, cancellation);
        return File(letters.Erasure(CurrentClient.Of(HttpContext)!, responsible, erased, spoken!), "application/pdf", "erasure.pdf");
    }

    private async Task<IActionResult> Index(Guid client, string? address, string? fault, CancellationToken cancellation)
    {
        if (fault is not null)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Index", new PersonalDataPage(address, fault, await retention.All(client, cancellation)));
    }

    private string? AddressOf(string? text) => text?.Trim() is { Length: > 0 } address ? rules.AsCarried(address) : null;
}

/// <param name="Address">What was typed; null at first.</param>
/// <param name="Fault">The key of what is wrong; null if nothing.</param>
/// <param name="Studies">How long their people are kept.</param>
public sealed record PersonalDataPage(string? Address, string? Fault, IReadOnlyList<StudyRetention> Studies);

/// <param name="Address">The address.</param>
/// <param name="Person">What is stored on it.</param>
/// <param name="IsTypedWrong">What was typed to confirm the deletion is another address.</param>
public sealed record PersonPage(string Address, StoredPerson Person, bool IsTypedWrong);

/// <param name="Erased">What was deleted.</param>
/// <param name="Letter">The same, sealed, for the letter.</param>
public sealed record ErasedPage(ErasedPerson Erased, string Letter);
