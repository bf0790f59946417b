using Microsoft.AspNetCore.Mvc;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Waves;

/// <summary>The company's own figures, entered at any time of a wave.</summary>
[ClientRole(Role.Consultant), Route("/clients/{client:guid}/waves/{wave:guid}/figures")]
public sealed class CompanyFiguresController(WaveSummaryStore waves, CompanyFigureStore figures, TimeProvider clock) : Controller
{
    private const int LongestNote = 1000;

    [HttpGet]
    public async Task<IActionResult> Show(Guid client, Guid wave, CancellationToken cancellation)
    {
        if (await waves.Find(client, wave, cancellation) is not { } found)
            return NotFound();
        var known = (await figures.OfWave(client, wave, cancellation)).ToDictionary(row => row.Figure, StringComparer.Ordinal);
        return View("Figures", new CompanyFiguresPage(found, [.. CompanyFigures.All.Select(figure => known.TryGetValue(figure.Name, out var row)
            ? new FigureField(figure.Name, figure.Unit, Text(row.Value), row.Note ?? "")
            : new FigureField(figure.Name, figure.Unit, "", ""))])
        {
            Before = await figures.Before(client, wave, cancellation),
        });
    }

    [HttpPost]
    public async Task<IActionResult> Keep(Guid client, Guid wave, [FromForm] IDictionary<string, string?>? values, [FromForm] IDictionary<string, string?>? notes, CancellationToken cancellation)
    {
        if (await waves.Find(client, wave, cancellation) is not { } found)
            return NotFound();
        var fields = CompanyFigures.All.Select(figure => new FigureField(
            figure.Name, figure.Unit, Entered(values, figure.Name), Entered(notes, figure.Name))).ToList();
        if (fields.Exists(field => field.IsFaulty || field.Note.Length > LongestNote))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Figures", new CompanyFiguresPage(found, fields) { Before = await figures.Before(client, wave, cancellation) });
        }

        var entered = fields.Where(field => field.Value is not null)
            .Select(field => new CompanyFigureRow { Figure = field.Name, Value = field.Value!.Value, Note = field.Note.Length == 0 ? null : field.Note });
        await figures.Keep(client, wave, [.. entered], clock.GetUtcNow(), AccountClaims.IdOf(User));
        return Redirect($"~/clients/{client}/waves/{wave}");
    }

    private static string Entered(IDictionary<string, string?>? form, string figure) =>
        form is not null && form.TryGetValue(figure, out var text) ? (text ?? "").Trim() : "";

    private static string Text(decimal value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)
        .Replace('.', Screen.Language == "de" ? ',' : '.');
}

/// <summary>The form with the figures, and those of the wave before for comparison.</summary>
public sealed record CompanyFiguresPage(WaveSummary Wave, IReadOnlyList<FigureField> Fields)
{
    public required IReadOnlyList<CompanyFigureRow> Before { get; init; }
}

/// <summary>One line of the form.</summary>
/// <param name="Text">As it was typed; empty for a figure that nobody knows.</param>
public sealed record FigureField(string Name, string Unit, string Text, string Note)
{
    /// <summary>Null if nothing is entered, or nothing that can be read.</summary>
    public decimal? Value => Text.Length == 0 ? null : CompanyFigures.Read(Text, Unit, Screen.Language == "de");

    public bool IsFaulty => Text.Length > 0 && Value is null;
}
