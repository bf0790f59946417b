using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Invitations.Import;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Invitations;

/// <summary>Correcting what the columns of an import mean, and adding its people.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/waves/{wave:guid}/people/import/{import:guid}")]
public sealed class ImportConfirmationController(ImportStore store, PeopleImporter importer, TimeProvider clock) : Controller
{
    // Small files are in by then, and nobody sees a progress bar.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [HttpPost("mapping")]
    public async Task<IActionResult> Map(Guid client, Guid wave, Guid import, [FromForm] MappingForm form, CancellationToken cancellation)
    {
        if (await store.Find(client, wave, import, cancellation) is not { } found)
            return NotFound();
        await store.Choose(client, wave, import, form.Of(found), cancellation);
        return Back(client, wave, import);
    }

    /// <summary>Adds the people. Whoever changed a column at the same time first sees what that means.</summary>
    [HttpPost("confirmation")]
    public async Task<IActionResult> Confirm(Guid client, Guid wave, Guid import, [FromForm] MappingForm form, CancellationToken cancellation)
    {
        if (await store.Find(client, wave, import, cancellation) is not { } found)
            return NotFound();
        var choice = form.Of(found);
        if (choice.Columns.SequenceEqual(found.Columns, StringComparer.Ordinal) && choice.Audience == found.Audience && choice.Language == found.Language)
            await Task.WhenAny(importer.Begin(new ImportOrder(client, wave, import), AccountClaims.IdOf(User)), Task.Delay(Patience, clock, cancellation));
        else
            await store.Choose(client, wave, import, choice, cancellation);
        return Back(client, wave, import);
    }

    private RedirectResult Back(Guid client, Guid wave, Guid import) => Redirect($"~/clients/{client}/waves/{wave}/people/import/{import}");
}

/// <summary>What the columns mean, as chosen in the form.</summary>
public sealed record MappingForm
{
    /// <summary>One a column.</summary>
    public IReadOnlyList<string?>? Columns { get; init; }

    /// <summary>Empty if a column tells.</summary>
    public string? Audience { get; init; }

    public string? Language { get; init; }

    /// <summary>What is not sent stays as it was.</summary>
    internal ImportChoice Of(PeopleImport import) => new(
        Columns is null ? import.Columns : ColumnUse.Valid(Columns, import.Columns.Length),
        Audience is null ? import.Audience : AudienceNames.All.TryGetValue(Audience, out var audience) ? audience : null,
        Language is { } language && Platform.Localisation.Languages.All.Contains(language, StringComparer.Ordinal) ? language : import.Language);
}
