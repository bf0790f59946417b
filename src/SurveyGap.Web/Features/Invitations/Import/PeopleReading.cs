using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>Reads people from a table, once it is known what its columns mean.</summary>
public sealed class PeopleReading
{
    private const int LongestName = 200;
    private const int LongestSegment = 100;

    private readonly ImportChoice _choice;
    private readonly ImportContext _context;
    private readonly AddressRules _rules;
    private readonly int[] _segments;
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    private PeopleReading(ImportChoice choice, ImportContext context, AddressRules rules)
    {
        (_choice, _context, _rules) = (choice, context, rules);
        _segments = [.. choice.Columns.Index().Where(column => column.Item == ColumnUse.Segment).Select(column => column.Index)];
    }

    /// <summary>Every line of the table, in its order, one at a time: whoever needs them twice keeps them or goes through them again.</summary>
    public static IEnumerable<PersonRow> Of(PeopleTable table, ImportChoice choice, ImportContext context, AddressRules rules)
    {
        // Made here, so that each time somebody goes through the lines nobody was seen before.
        var reading = new PeopleReading(choice, context, rules);
        foreach (var line in table.Rows)
            yield return reading.Row(line);
    }

    private PersonRow Row(DelimitedRow line)
    {
        if (line.Faults is [var fault, ..])
            return new PersonRow(line, RowState.Invalid) { Fault = $"Problem.{fault.Problem}", Column = fault.Column };

        var written = Cell(line, ColumnUse.Email).Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
        if (written.Length == 0)
            return Bad(line, "Row.NoAddress", ColumnUse.Email);
        if (_rules.AsCarried(written) is not { } email)
            return Bad(line, "Row.BadAddress", ColumnUse.Email);
        if (!_seen.Add(email))
            return Bad(line, "Row.Double", ColumnUse.Email);

        var name = Plain(Cell(line, ColumnUse.Name) is { Length: > 0 } whole ? whole : $"{Cell(line, ColumnUse.First)} {Cell(line, ColumnUse.Last)}");
        if (name.Length > LongestName)
            return Bad(line, "Row.LongName", ColumnUse.Name);
        var spoken = Cell(line, ColumnUse.Language);
        if ((spoken.Length == 0 ? _choice.Language : PeopleWords.LanguageOf(spoken)) is not { } language)
            return Bad(line, "Row.BadLanguage", ColumnUse.Language);
        var group = Cell(line, ColumnUse.Audience);
        if ((group.Length == 0 ? _choice.Audience : PeopleWords.AudienceOf(group)) is not { } audience)
            return Bad(line, group.Length == 0 ? "Row.NoGroup" : "Row.BadGroup", ColumnUse.Audience);
        if (Array.FindIndex(_segments, column => line.Cells[column].Length > LongestSegment) is var tooLong and >= 0)
            return new PersonRow(line, RowState.Invalid) { Fault = "Row.LongSegment", Column = _segments[tooLong] + 1 };

        return new PersonRow(line, StateOf(email))
        {
            Name = PlainText.IsVisible(name) ? name : null,
            Email = email,
            Language = language,
            Audience = audience,
            Segments = SegmentsOf(line, audience),
        };
    }

    private string?[] SegmentsOf(DelimitedRow line, Audience audience)
    {
        var segments = new string?[_segments.Length];
        // Executives are few: any attribute would name them.
        for (var i = 0; i < segments.Length && audience != Audience.Executive; i++)
            segments[i] = PlainText.IsVisible(line.Cells[_segments[i]]) ? Plain(line.Cells[_segments[i]]) : null;
        return segments;
    }

    private RowState StateOf(string email) =>
        _context.Known.Contains(email) ? RowState.Known
        : _context.Suppressed.Count > 0 && _context.Suppressed.Contains(Convert.ToHexString(_rules.HashOf(email))) ? RowState.Suppressed
        : RowState.New;

    private PersonRow Bad(DelimitedRow line, string fault, string use) => new(line, RowState.Invalid)
    {
        Fault = fault,
        Column = _choice.Columns.Index().Where(column => column.Item == use).Select(column => (int?)(column.Index + 1)).FirstOrDefault(),
    };

    private string Cell(DelimitedRow line, string use)
    {
        for (var column = 0; column < _choice.Columns.Count; column++)
        {
            if (_choice.Columns[column] == use)
                return line.Cells[column];
        }

        return "";
    }

    // A line break in a name would become one in a mail's header.
    private static string Plain(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 ? text.Trim() : string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
}

/// <summary>What somebody said about a table.</summary>
/// <param name="Columns">One of <see cref="ColumnUse"/> a column.</param>
/// <param name="Audience">Of those whose line names none; null: each line has to.</param>
/// <param name="Language">Of those whose line names none.</param>
public sealed record ImportChoice(IReadOnlyList<string> Columns, Audience? Audience, string Language);

/// <summary>What the wave knows already.</summary>
/// <param name="Known">Addresses that are invited, in any case.</param>
/// <param name="Suppressed">Hashes of addresses that get no mail, as hexadecimal text.</param>
public sealed record ImportContext(IReadOnlySet<string> Known, IReadOnlySet<string> Suppressed);
