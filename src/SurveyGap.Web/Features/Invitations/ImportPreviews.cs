using Microsoft.Extensions.Localization;
using SurveyGap.Web.Features.Invitations.Import;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Invitations;

/// <summary>Reads a file of people as its columns are taken now.</summary>
public sealed class ImportPreviews(ImportStore store, AddressRules rules, IStringLocalizer<Texts> texts)
{
    /// <summary>The preview; null once the file is gone.</summary>
    public async Task<ImportPreview?> Of(ImportOrder order, CancellationToken cancellation)
    {
        if (await store.Find(order.Client, order.Wave, order.Import, cancellation) is not { } import
            || await store.Content(order.Client, order.Wave, order.Import, cancellation) is not { } content
            || await store.Wave(order.Client, order.Wave, cancellation) is not { } wave)
            return null;
        var table = PeopleTable.Read(content);
        var context = await store.Context(order.Client, order.Wave, cancellation);
        return new ImportPreview(wave, import, table, PeopleReading.Of(table, import.Choice, context, rules));
    }

    /// <summary>The lines that are left out: where, why, and as they stand.</summary>
    public byte[] Faults(ImportPreview preview)
    {
        using var csv = new GuardedCsv([texts["Faults.Line"].Value, texts["Faults.Column"].Value, texts["Faults.Reason"].Value, .. preview.Table.Headers]);
        foreach (var row in preview.Rows.Where(row => row.State == RowState.Invalid))
        {
            var column = row.Column is { } number ? preview.Table.Headers.ElementAtOrDefault(number - 1) ?? $"{number}" : "";
            csv.Row([$"{row.Line.Line}", column, texts[row.Fault!].Value, .. row.Line.Cells]);
        }

        return csv.Take();
    }

    public string FaultsName(ImportPreview preview) => texts["Faults.File", preview.Import.FileName.Length == 0 ? preview.Wave.Name : Path.GetFileNameWithoutExtension(preview.Import.FileName)];
}

/// <summary>A file of people with what would become of each line.</summary>
/// <param name="Rows">Read anew by whoever goes through them.</param>
public sealed record ImportPreview(ImportWave Wave, PeopleImport Import, PeopleTable Table, IEnumerable<PersonRow> Rows)
{
    /// <summary>What the page shows of it.</summary>
    public ImportFindings Findings => field ??= ImportFindings.Of(Rows);

    /// <summary>New people whose combination of segments is shared by too few of the file.</summary>
    public int Rare => Findings.Rare.People(Wave.CombinationMinimumOf);
}
