using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>Combinations of segments that are certain to be withheld: fewer people share them than results need.</summary>
public static class RareCombinations
{
    /// <summary>How many of the new people are in one.</summary>
    public static int People(IEnumerable<PersonRow> rows, Func<Audience, int> minimumOf) => rows
        .Where(row => row.State == RowState.New && row.Audience != Audience.Executive && row.Segments.Any(segment => segment is not null))
        .GroupBy(row => (row.Audience, Combination: string.Join('\u001f', row.Segments)))
        .Where(group => group.Count() < minimumOf(group.Key.Audience))
        .Sum(group => group.Count());
}
