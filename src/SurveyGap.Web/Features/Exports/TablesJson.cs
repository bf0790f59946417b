using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SurveyGap.Reports.Tables;

namespace SurveyGap.Web.Features.Exports;

/// <summary>All tables as JSON: an object of lists, each row an object by column keys; null where nothing is defined or shown.</summary>
internal static class TablesJson
{
    // A file and never a part of a page, so umlauts may stay readable.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static byte[] Write(IReadOnlyList<ResultTable> tables) => JsonSerializer.SerializeToUtf8Bytes(Of(tables), Options);

    public static JsonObject Of(IReadOnlyList<ResultTable> tables) =>
        new(tables.Select(table => KeyValuePair.Create<string, JsonNode?>(table.Key, Rows(table))));

    public static JsonArray Rows(ResultTable table) => new([.. table.Rows.Select(row => Row(table, row))]);

    private static JsonObject Row(ResultTable table, IReadOnlyList<ResultCell> row) =>
        new(table.Columns.Zip(row, (column, cell) => KeyValuePair.Create<string, JsonNode?>(column.Key, Node(cell))));

    private static JsonValue? Node(ResultCell cell) => cell.Number is { } number ? JsonValue.Create(number) : JsonValue.Create(cell.Text);
}
