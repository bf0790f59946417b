using System.Text.Json;
using System.Text.Json.Nodes;
using SurveyGap.Reports.Tables;

namespace SurveyGap.Web.Features.Api;

/// <summary>The description as a page: what stands there is what stands in the document.</summary>
/// <param name="Document">OpenAPI.</param>
/// <param name="Address">Where the interface is.</param>
public sealed record DescriptionPage(JsonObject Document, Uri Address, string Language)
{
    /// <summary>The operations in the document's order, by what they are about.</summary>
    public IEnumerable<IGrouping<string, DescribedOperation>> Groups =>
        from path in Document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        let described = new DescribedOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject())
        group described by described.Group;

    /// <summary>What is sent and answered, by name.</summary>
    public IEnumerable<(string Name, IReadOnlyList<DescribedField> Fields)> Schemas =>
        from schema in Document["components"]!["schemas"]!.AsObject()
        let fields = DescribedField.Of(schema.Value!.AsObject())
        where fields.Count > 0
        orderby schema.Key
        select (schema.Key, fields);

    /// <summary>The name of a column, in this page's language; null if the field is none.</summary>
    public string? ColumnName(string schema, string field) => DescribedTables.TableOf(schema) is { } table
        ? ResultTables.ColumnsOf(table, Language).Single(column => column.Key == field).Name
        : null;
}

/// <param name="Verb">GET or POST.</param>
/// <param name="Path">With its parameters in braces.</param>
public sealed record DescribedOperation(string Verb, string Path, JsonObject Json)
{
    public string Id => (string)Json["operationId"]!;

    public string Group => (string)Json["tags"]![0]!;

    /// <summary>Any of these is enough.</summary>
    public IEnumerable<string> Scopes => Json["security"]![0]!.AsObject().Single().Value!.AsArray().Select(scope => (string)scope!);

    public IEnumerable<(string Name, string In, bool IsRequired)> Parameters => (Json["parameters"] as JsonArray ?? [])
        .Select(parameter => ((string)parameter!["name"]!, (string)parameter["in"]!, (bool?)parameter["required"] == true));

    /// <summary>The name of the schema of the body; null without one.</summary>
    public string? Sent => DescribedField.Reference(Json["requestBody"]?["content"]?["application/json"]?["schema"]);

    /// <summary>The name of the schema of the answer; null for a file.</summary>
    public string? Answered => DescribedField.Reference(Json["responses"]?["200"]?["content"]?["application/json"]?["schema"]);

    public IEnumerable<string> Refusals => Json["responses"]!.AsObject().Select(response => response.Key).Where(status => status[0] is '4' or '5');
}

/// <param name="Type">As JSON names it; the schema's name where it is one.</param>
/// <param name="Schema">What to look up; null for plain values.</param>
/// <param name="Values">What it may be, if that can be listed.</param>
public sealed record DescribedField(string Name, string Type, string? Schema, IReadOnlyList<string> Values, bool IsRequired, bool MayBeNull)
{
    private const string Prefix = "#/components/schemas/";

    public static IReadOnlyList<DescribedField> Of(JsonObject schema)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet(StringComparer.Ordinal);
        return [.. (schema["properties"] as JsonObject ?? []).Select(field => Of(field.Key, field.Value!.AsObject(), required.Contains(field.Key)))];
    }

    /// <summary>The name that a reference leads to, within a list or a choice with null too.</summary>
    public static string? Reference(JsonNode? schema) => schema switch
    {
        JsonObject { Count: > 0 } found when found["$ref"] is { } reference => ((string)reference!)[Prefix.Length..],
        JsonObject found => Reference(found["items"]) ?? (found["oneOf"] as JsonArray)?.Select(Reference).FirstOrDefault(name => name is not null),
        _ => null,
    };

    private static DescribedField Of(string name, JsonObject field, bool isRequired)
    {
        var types = field["type"] switch
        {
            JsonArray list => list.Select(type => (string)type!).ToList(),
            JsonValue one => [(string)one!],
            _ => [],
        };
        var isNullable = types.Remove("null") || (field["oneOf"] as JsonArray ?? []).Any(choice => choice!["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && (string)type! == "null");
        var plain = types.Count == 0 ? "" : field["format"] is { } format && types is ["string"] ? (string)format! : string.Join(" | ", types);
        return new DescribedField(name, plain, Reference(field), [.. (field["enum"] as JsonArray ?? []).Select(value => $"{value}")], isRequired, isNullable);
    }
}
