using System.Text.Json.Serialization;

namespace SurveyGap.Web.Platform.Backups;

/// <summary>A table of the schema, with its columns in the order of the archive.</summary>
internal sealed record Table(string Name, IReadOnlyList<string> Columns)
{
    [JsonIgnore]
    public bool BelongsToClient => Columns.Contains("client_id");

    [JsonIgnore]
    public string Quoted => Quote(Name);

    [JsonIgnore]
    public string ColumnList => string.Join(", ", Columns.Select(Quote));

    /// <summary>Where its rows lie in the archive.</summary>
    public string EntryOf(Guid? client) => client is null ? $"{Name}.copy" : $"{client}/{Name}.copy";

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
