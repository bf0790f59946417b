using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// Reads ANSWERS.csv, the format for answers brought in from elsewhere: one respondent a row, columns <c>audience</c>, <c>language</c>,
/// <c>segment:NAME</c>, <c>comment:KEY</c> and one for each question.
/// </summary>
public static class AnswersFile
{
    private static readonly DelimitedLimits Limits = new(Bytes: 128 << 20, Rows: 1_000_000, Columns: 500, CellLength: 2000, Delimiters: ",;\t");

    /// <summary>All of the answers, or null and all of the faults: nothing is half read.</summary>
    /// <param name="file">The file's bytes, in UTF-8, UTF-16 or Windows-1252.</param>
    /// <param name="questionnaire">What was asked.</param>
    /// <param name="invited">How many were invited, where known: more answers than that are a fault.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static async Task<Answers?> Read(Stream file, Questionnaire questionnaire, IReadOnlyDictionary<Audience, int> invited, DelimitedFaults faults)
    {
        if (await DelimitedTable.Read(file, Limits, faults) is not { } table)
            return null;

        var columns = AnswersColumns.Of(table.Header, questionnaire, faults);
        if (columns.Audience is not { } audience)
            return null;
        if (table.Rows.Count == 0 && faults.Count == 0)
            faults.Add(table.Header.Line, null, null, "there is no answer below the header.");

        var rows = new AnswersRows(questionnaire, columns, table.Header, audience, faults);
        Answers answers = new([.. columns.Attributes.Values], [.. table.Rows.Select(rows.Read).OfType<AnswersRow>()]);
        CheckInvited(answers, invited, audience, faults);
        return faults.Count == 0 ? answers : null;
    }

    private static void CheckInvited(Answers answers, IReadOnlyDictionary<Audience, int> invited, int column, DelimitedFaults faults)
    {
        foreach (var (audience, most) in invited)
        {
            AnswersRow[] rows = [.. answers.Rows.Where(row => row.Response.Audience == audience)];
            if (rows.Length > most)
                faults.Add(rows[most].Line, column + 1, "audience",
                    $"{rows.Length} answers of {AudienceNames.Of(audience)}s, but only {most} were invited; correct the number of invitations or remove what was answered twice.");
        }
    }
}
