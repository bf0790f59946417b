using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Invitations.Import;

namespace SurveyGap.Web.Features.Api;

/// <summary>Adds people to a wave and takes them out, thousands at once: all or nothing, and once for each idempotency key.</summary>
[Route("/api/v1/waves/{wave:guid}/people"), Tags("People"), RequiresScope(ApiScope.People)]
public sealed class ApiPeopleChangesController(
    ImportStore imports, ArrivalStore arrivals, OnceStore once, PeopleFaults faults, AddressRules rules,
    TimeProvider clock, IStringLocalizer<Texts> texts) : ApiController(texts)
{
    private const int LargestBody = 4 << 20;
    private const int LongestIdempotencyKey = 200;

    [HttpPost, EndpointName("addPeople"), Consumes("application/json"), RequestSizeLimit(LargestBody)]
    public async Task<ActionResult<AddedPeople>> Add(
        Guid wave, PeopleToAdd body, [FromHeader(Name = "Idempotency-Key"), Required, StringLength(LongestIdempotencyKey)] string idempotencyKey, CancellationToken cancellation)
    {
        if (await imports.Wave(Client, wave, cancellation) is not { } found)
            return NotFound();
        var order = Order(body, idempotencyKey);
        if (await once.Find<AddedPeople>(order, cancellation) is { } told)
            return Answer(told);
        if (found.IsClosed)
            return Refused(StatusCodes.Status409Conflict, "wave-closed");
        if (faults.Of(body).ToList() is { Count: > 0 } wrong)
            return Refused(StatusCodes.Status422UnprocessableEntity, "people-refused", wrong);

        var (table, choice) = body.ToTable(found.Languages[0]);
        IReadOnlyList<PersonRow> rows = [.. PeopleReading.Of(table, choice, await imports.Context(Client, wave, cancellation), rules)];
        if (rows.Any(row => row.State == RowState.Invalid))
            return Refused(StatusCodes.Status422UnprocessableEntity, "people-refused", faults.Of(rows, table));

        var now = clock.GetUtcNow();
        var people = new NewPeople(
            Client, wave, [.. table.Headers.Skip(PersonToAdd.Columns.Length)], context => PeopleReading.Of(table, choice, context, rules), now, Key.Actor);
        var suppressed = rows.Count(row => row.State == RowState.Suppressed);
        return Answer(await once.Run(order, async db =>
        {
            var added = await arrivals.Add(db, people, progress: null, cancellation);
            if (added is not { } number)
                return null;
            // Whom somebody else added in the meantime is known as well.
            return new AddedPeople(number, rows.Count - suppressed - number, suppressed);
        }, cancellation));
    }

    /// <summary>From a draft they go wholly; in an open wave their links lead nowhere from now on.</summary>
    [HttpPost("removals"), EndpointName("removePeople"), Consumes("application/json"), RequestSizeLimit(LargestBody)]
    public async Task<ActionResult<RemovedPeople>> Remove(
        Guid wave, PeopleToRemove body, [FromHeader(Name = "Idempotency-Key"), Required, StringLength(LongestIdempotencyKey)] string idempotencyKey, CancellationToken cancellation)
    {
        if (await imports.Wave(Client, wave, cancellation) is not { } found)
            return NotFound();
        var order = Order(body, idempotencyKey);
        if (await once.Find<RemovedPeople>(order, cancellation) is { } told)
            return Answer(told);
        if (found.IsClosed)
            return Refused(StatusCodes.Status409Conflict, "wave-closed");
        if (body.Emails.Count is 0 or > PeopleToAdd.Most)
            return Refused(StatusCodes.Status422UnprocessableEntity, "people-refused", [faults.Own("#/emails", "too-many")]);

        var carried = body.Emails.Select(email => rules.AsCarried(email?.Trim() ?? "")).ToList();
        if (carried.Index().Where(email => email.Item is null).ToList() is { Count: > 0 } wrong)
            return Refused(StatusCodes.Status422UnprocessableEntity, "people-refused", wrong.Select(email => faults.Own($"#/emails/{email.Index}", "bad-address")));

        string[] emails = [.. carried.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        var now = clock.GetUtcNow();
        return Answer(await once.Run(order, async db =>
        {
            var number = await PeopleStore.Remove(db, Client, wave, emails, now, Key.Actor);
            return new RemovedPeople(number, emails.Length - number);
        }, cancellation));
    }

    // As it was understood: spaces and the order of fields make no other request.
    private OnceOrder Order<T>(T body, string idempotencyKey) => new(
        Client, Key.KeyId, idempotencyKey, ApiSecret.HashOf(Request, [.. JsonSerializer.SerializeToUtf8Bytes($"{Request.Path}"), .. JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options)]));

    private ActionResult<T> Answer<T>(Told<T> told) where T : class => told switch
    {
        { IsOfAnother: true } => Refused(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused"),
        { Answer: { } answer } => answer,
        // It was closed between the first look and the change.
        _ => Refused(StatusCodes.Status409Conflict, "wave-closed"),
    };
}

/// <param name="Known">Invited already: they stay as they are.</param>
/// <param name="Suppressed">Unsubscribed or undeliverable: they are not invited.</param>
public sealed record AddedPeople(int Added, int Known, int Suppressed);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PeopleToRemove
{
    public required IReadOnlyList<string> Emails { get; init; }
}

/// <param name="Unknown">Not invited to this wave, or taken out before.</param>
public sealed record RemovedPeople(int Removed, int Unknown);
