using Microsoft.OpenApi;
using SurveyGap.Reports.Tables;

namespace SurveyGap.Web.Features.Api;

/// <summary>The tables of results for the description: their columns, taken from the tables themselves.</summary>
internal static class DescribedTables
{
    private const string Language = "en";

    // Hold texts, as every «…_key» does; every other column holds numbers.
    private static readonly string[] Texts =
        ["question", "dimension", "group", "kind", "key", "name", "pair", "label", "attribute", "value", "wave", "unit", "setting", "withheld"];

    public static void AddTo(OpenApiDocument document)
    {
        foreach (var table in ResultTables.Keys)
            document.AddComponent(RowOf(table), (IOpenApiSchema)Row(table));

        Field(document, nameof(Release), "tables", new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = ResultTables.Keys.ToHashSet(StringComparer.Ordinal),
            Properties = ResultTables.Keys.ToDictionary(table => table, table => (IOpenApiSchema)Rows(document, table, ResultTables.NameOf(table, Language))),
        });
        Field(document, nameof(GapList), "gaps", Rows(document, "gaps", null));
    }

    /// <summary>The table whose rows a schema describes; null if it describes something else.</summary>
    public static string? TableOf(string schema) => ResultTables.Keys.FirstOrDefault(table => RowOf(table) == schema);

    private static OpenApiSchema Row(string table)
    {
        var columns = ResultTables.ColumnsOf(table, Language);
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = columns.Select(column => column.Key).ToHashSet(StringComparer.Ordinal),
            Properties = columns.ToDictionary(column => column.Key, column => (IOpenApiSchema)new OpenApiSchema
            {
                Type = JsonSchemaType.Null | TypeOf(table, column.Key),
                Description = column.Name,
            }),
        };
    }

    private static JsonSchemaType TypeOf(string table, string column) => (table, column) switch
    {
        ("method", "value") => JsonSchemaType.String | JsonSchemaType.Number,
        ("company", "value") => JsonSchemaType.Number,
        _ => column.EndsWith("_key", StringComparison.Ordinal) || Texts.Contains(column, StringComparer.Ordinal) ? JsonSchemaType.String : JsonSchemaType.Number,
    };

    private static void Field(OpenApiDocument document, string schema, string field, OpenApiSchema of)
    {
        var properties = document.Components!.Schemas![schema].Properties!;
        of.Description = properties[field].Description;
        properties[field] = of;
    }

    private static OpenApiSchema Rows(OpenApiDocument document, string table, string? description) =>
        new() { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(RowOf(table), document), Description = description };

    // «gaps» has rows of «GapsRow».
    private static string RowOf(string table) => $"{char.ToUpperInvariant(table[0])}{table[1..]}Row";
}
