using System.Text.Json;

namespace SurveyGap.Web.Platform.Backups;

/// <summary>What an archive of the database holds.</summary>
/// <param name="At">When it was taken.</param>
/// <param name="Steps">The steps of the schema that its database had been through.</param>
/// <param name="Tables">The tables, those that others point at first.</param>
/// <param name="Clients">Whose rows there are.</param>
internal sealed record Manifest(DateTimeOffset At, IReadOnlyList<string> Steps, IReadOnlyList<Table> Tables, IReadOnlyList<Guid> Clients)
{
    public const string Name = "manifest.json";

    public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
