using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Invitations.Import;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Invitations;

/// <summary>People from a file: uploaded or pasted, looked at, corrected, confirmed.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/waves/{wave:guid}/people/import")]
public sealed class ImportsController(ImportStore store, ImportPreviews previews, TimeProvider clock) : Controller
{
    private const int LargestPaste = 4 << 20;
    // The form around a file takes little; a file that is a little too large is told so on its own page.
    private const int LargestForm = PeopleTable.MostBytes + (1 << 19);
    private const int LongestFileName = 300;

    [HttpGet]
    public async Task<IActionResult> Ask(Guid client, Guid wave, CancellationToken cancellation) =>
        await store.Wave(client, wave, cancellation) is { } found ? View("ImportNew", new NewImportPage(found, [], "")) : NotFound();

    /// <summary>Takes the file and shows what it holds; nobody is invited yet.</summary>
    [HttpPost, RequestSizeLimit(LargestForm), RequestFormLimits(ValueLengthLimit = LargestPaste, MultipartBodyLengthLimit = LargestForm)]
    public async Task<IActionResult> Take(Guid client, Guid wave, [FromForm] ImportForm form, CancellationToken cancellation)
    {
        if (await store.Wave(client, wave, cancellation) is not { } found)
            return NotFound();

        var content = await form.Content(cancellation);
        var table = content is null ? PeopleTable.TooLarge : PeopleTable.Read(content);
        if (content is null || !table.IsReadable || found.IsClosed)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("ImportNew", new NewImportPage(found, table.Faults, form.Text ?? ""));
        }

        var choice = new ImportChoice(ColumnGuess.Of(table), AudienceNames.All.TryGetValue(form.Audience ?? "", out var audience) ? audience : null, found.Languages[0]);
        var name = FileName.Plain(form.File?.FileName ?? "");
        var import = await store.Add(
            client, wave, new NewImport(name.Length > LongestFileName ? name[..LongestFileName] : name, content, choice), AccountClaims.IdOf(User), cancellation);
        return Redirect($"~/clients/{client}/waves/{wave}/people/import/{import}");
    }

    /// <summary>What the file holds, or how far its people are.</summary>
    [HttpGet("{import:guid}")]
    public async Task<IActionResult> Show(Guid client, Guid wave, Guid import, CancellationToken cancellation)
    {
        var order = new ImportOrder(client, wave, import);
        if (await store.Find(client, wave, import, cancellation) is not { } found || await store.Wave(client, wave, cancellation) is not { } of)
            return NotFound();
        if (found.State == ImportState.Done || found.State == ImportState.Running && !found.IsCutOff(clock.GetUtcNow()))
        {
            if (found.State == ImportState.Running)
                Response.Headers["Refresh"] = "2";
            return View("ImportProgress", new ImportProgressPage(of, found));
        }

        return await previews.Of(order, cancellation) is { } preview ? View("Import", preview) : NotFound();
    }

    /// <summary>The lines that are left out, as a file, with the reasons.</summary>
    [HttpGet("{import:guid}/faults.csv")]
    public async Task<IActionResult> Faults(Guid client, Guid wave, Guid import, CancellationToken cancellation) =>
        await previews.Of(new ImportOrder(client, wave, import), cancellation) is { } preview
            ? File(previews.Faults(preview), "text/csv; charset=utf-8", FileName.Plain(previews.FaultsName(preview)))
            : NotFound();
}

/// <summary>A file, or what was pasted in its place.</summary>
public sealed record ImportForm
{
    public IFormFile? File { get; init; }

    public string? Text { get; init; }

    /// <summary>Who stands in it; empty if a column tells.</summary>
    public string? Audience { get; init; }

    // Null if it is too large to be read: it does not come into memory.
    internal async Task<byte[]?> Content(CancellationToken cancellation)
    {
        if (File is not { Length: > 0 } file)
            return System.Text.Encoding.UTF8.GetBytes(Text ?? "");
        if (file.Length > PeopleTable.MostBytes)
            return null;
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return content;
    }
}

/// <param name="Faults">Why the last file could not be read.</param>
/// <param name="Text">What was pasted.</param>
public sealed record NewImportPage(ImportWave Wave, IReadOnlyList<DelimitedFault> Faults, string Text);

public sealed record ImportProgressPage(ImportWave Wave, PeopleImport Import);
