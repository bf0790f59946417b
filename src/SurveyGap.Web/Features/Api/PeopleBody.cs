using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Invitations.Import;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Api;

/// <summary>People to add, all or none.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PeopleToAdd
{
    public const int Most = 10_000;

    public required IReadOnlyList<PersonToAdd> People { get; init; }

    /// <summary>The same as a file of people: so the rules of the import are the rules here.</summary>
    internal (PeopleTable Table, ImportChoice Choice) ToTable(string language)
    {
        string[] segments = [.. People.SelectMany(person => person.Segments.Keys).Distinct(StringComparer.OrdinalIgnoreCase)];
        DelimitedRow Row(int index, PersonToAdd person) => new(index, [.. person.Cells, .. segments.Select(person.SegmentOf)]);
        return (
            new PeopleTable([.. PersonToAdd.Columns, .. segments], HasHeader: true, [.. People.Select((person, index) => Row(index, person))], []),
            new ImportChoice([.. PersonToAdd.Columns, .. segments.Select(_ => ColumnUse.Segment)], Audience: null, language));
    }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PersonToAdd
{
    internal static readonly string[] Columns = [ColumnUse.Email, ColumnUse.Name, ColumnUse.Language, ColumnUse.Audience];

    public required string Email { get; init; }

    public required Audience Audience { get; init; }

    public string? Name { get; init; }

    /// <summary>Null: the study's main language.</summary>
    public string? Language { get; init; }

    /// <summary>What results can be split by; dropped where the wave is open already, and for executives.</summary>
    public IReadOnlyDictionary<string, string> Segments { get; init; } = new Dictionary<string, string>();

    internal IEnumerable<string> Cells => new[] { Email, Name ?? "", Language ?? "", AudienceNames.Of(Audience) }.Select(cell => PlainText.Of(cell).Trim());

    internal string SegmentOf(string name) =>
        PlainText.Of(Segments.FirstOrDefault(segment => segment.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "").Trim();
}

/// <summary>What is wrong with people, in the words of the import.</summary>
public sealed class PeopleFaults(IStringLocalizer<Texts> texts, IStringLocalizer<Invitations.Texts> words)
{
    private const int MostSegments = 20;
    private const int LongestSegmentName = 100;

    /// <summary>Before anything is read: how many there are, and what their attributes are called.</summary>
    public IEnumerable<Fault> Of(PeopleToAdd body)
    {
        if (body.People.Count is 0 or > PeopleToAdd.Most)
            yield return Own("#/people", "too-many");
        // What stands in a list may be null whatever its type says.
        foreach (var (index, person) in body.People.Index())
        {
            if (person is null)
                yield return Own($"#/people/{index}", "nobody");
        }

        if (body.People.Contains(null!))
            yield break;
        if (body.People.SelectMany(person => person.Segments.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Count() > MostSegments)
            yield return Own("#/people", "too-many-segments");
        foreach (var (index, person) in body.People.Index())
        {
            if (person.Segments.Keys.Any(name => name.Trim().Length is 0 or > LongestSegmentName || PlainText.Of(name) != name))
                yield return Own($"#/people/{index}/segments", "bad-segment-name");
        }
    }

    /// <summary>Person by person.</summary>
    public IEnumerable<Fault> Of(IEnumerable<PersonRow> rows, PeopleTable table) =>
        from row in rows
        where row.State == RowState.Invalid
        let field = row.Column is { } column && column <= PersonToAdd.Columns.Length ? PersonToAdd.Columns[column - 1] : $"segments/{Escaped(table.Headers[row.Column!.Value - 1])}"
        select new Fault($"#/people/{row.Line.Line}/{field}", CodeOf(row.Fault!), words[row.Fault!]);

    public Fault Own(string pointer, string code) => new(pointer, code, texts[$"Fault.{code}"]);

    // «Row.BadAddress» is «bad-address».
    private static string CodeOf(string fault) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(fault[(fault.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    // RFC 6901.
    private static string Escaped(string name) => Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}
