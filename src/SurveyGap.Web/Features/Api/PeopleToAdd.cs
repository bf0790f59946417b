using System.Text.Json.Serialization;
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
