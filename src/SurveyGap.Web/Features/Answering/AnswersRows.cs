using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Answering;

/// <summary>From the rows of an answers file to responses.</summary>
internal sealed class AnswersRows(Questionnaire questionnaire, AnswersColumns columns, DelimitedRow header, int audienceColumn, DelimitedFaults faults)
{
    private const int SegmentLength = 100;

    private readonly SlotMap _slots = SlotMap.Of(questionnaire);

    /// <summary>One respondent; null if who answered is not known.</summary>
    public AnswersRow? Read(DelimitedRow row)
    {
        if (!AudienceNames.All.TryGetValue(row.Cells[audienceColumn], out var audience))
        {
            Fault(row, audienceColumn, row.Cells[audienceColumn].Length == 0
                ? "who answered is missing; write executive, employee or customer."
                : $"«{row.Cells[audienceColumn]}» is not an audience; write executive, employee or customer.");
            return null;
        }

        var response = new Response(audience, Segments(row, audience), ReadAnswers(row, audience));
        return new AnswersRow(row.Line, response, Comments(row));
    }

    private string?[] Segments(DelimitedRow row, Audience audience)
    {
        List<string?> values = [];
        foreach (var (column, attribute) in columns.Attributes)
        {
            var value = row.Cells[column];
            if (AnswersColumns.IsLanguage(attribute))
            {
                value = value.ToLowerInvariant();
                if (value.Length > 0 && !questionnaire.Languages.Contains(value, StringComparer.Ordinal))
                    Fault(row, column, $"«{value}» is not a language of the questionnaire; write one of {string.Join(", ", questionnaire.Languages)}, or leave the cell empty.");
            }
            else if (value.Length > SegmentLength)
            {
                Fault(row, column, $"{value.Length} characters; a segment's value has at most {SegmentLength}.");
            }

            // Executives are too few to be split.
            values.Add(value.Length == 0 || audience == Audience.Executive ? null : value);
        }

        return [.. values];
    }

    private byte[] ReadAnswers(DelimitedRow row, Audience audience)
    {
        var answers = new byte[_slots.Count];
        foreach (var (column, question) in columns.Questions)
        {
            var cell = row.Cells[column];
            var slots = answers.AsSpan(_slots.FirstOf(question), Math.Max(1, question.Options.Count));
            if (cell.Length > 0 && !question.Text.ContainsKey(audience))
                Fault(row, column, $"{AudienceNames.Of(audience)}s are not asked this; leave the cell empty.");
            else if (AnswersCell.Read(cell, question, slots) is { } fault)
                Fault(row, column, fault);
        }

        return answers;
    }

    private Dictionary<string, string> Comments(DelimitedRow row) => columns.Comments
        .Where(comment => row.Cells[comment.Key].Length > 0)
        .ToDictionary(comment => comment.Value, comment => row.Cells[comment.Key].ReplaceLineEndings("\n"), StringComparer.Ordinal);

    private void Fault(DelimitedRow row, int column, string what) => faults.Add(row.Line, column + 1, header.Cells[column], what);
}
