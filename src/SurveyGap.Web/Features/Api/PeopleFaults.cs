using System.Text.Json;
using Microsoft.Extensions.Localization;
using SurveyGap.Web.Features.Invitations.Import;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Api;

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
        foreach (var (index, person) in body.People.Index())
        {
            // What stands in a list may be null, whatever its type says.
            if (person is null)
                yield return Own($"#/people/{index}", "nobody");
            else if (person.Segments.Keys.Any(name => name.Trim().Length is 0 or > LongestSegmentName || PlainText.Of(name) != name))
                yield return Own($"#/people/{index}/segments", "bad-segment-name");
        }

        if (body.People.SelectMany(person => person?.Segments.Keys ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Count() > MostSegments)
            yield return Own("#/people", "too-many-segments");
    }

    /// <summary>Person by person.</summary>
    public IEnumerable<Fault> Of(IEnumerable<PersonRow> rows, PeopleTable table) =>
        from row in rows
        where row.State == RowState.Invalid
        select new Fault($"#/people/{row.Line.Line}/{FieldOf(table, row.Column!.Value)}", CodeOf(row.Fault!), words[row.Fault!]);

    public Fault Own(string place, string code) => new(place, code, texts[$"Fault.{code}"]);

    private static string FieldOf(PeopleTable table, int column) => column <= PersonToAdd.Columns.Length
        ? PersonToAdd.Columns[column - 1]
        : $"segments/{Escaped(table.Headers[column - 1])}";

    // «Row.BadAddress» is «bad-address».
    private static string CodeOf(string fault) => JsonNamingPolicy.KebabCaseLower.ConvertName(fault[(fault.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    // RFC 6901.
    private static string Escaped(string name) => Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}
