using SurveyGap.Analysis.Results;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>One row a pair of groups: of each question, then of each dimension.</summary>
internal static class GapFigures
{
    public static string[] Columns { get; } =
        ["kind_key", "kind", "key", "name", "pair_key", "pair", "gap", "gap_low", "gap_high", "label_key", "label", "withheld"];

    public static IEnumerable<ResultCell[]> Rows(Edition edition) =>
    [
        .. from question in edition.Analysis.Questions
           from pair in Pairs.All
           select Row(edition, ("question", question.Question.Key, edition.Name(question.Question)), pair, question.Gaps[pair],
               Absence.Of(edition, question.Question, pair.From, pair.To)),
        .. from dimension in edition.Analysis.Dimensions
           from pair in Pairs.All
           select Row(edition, ("dimension", dimension.Dimension.Key, edition.Name(dimension.Dimension)), pair, dimension.Gaps[pair],
               Absence.Of(edition, dimension.Dimension, pair.From, pair.To)),
    ];

    private static ResultCell[] Row(Edition edition, (string Kind, string Key, string Name) of, Pair pair, Cell<Gap> gap, string absent) =>
    [
        of.Kind,
        edition.Words[of.Kind],
        of.Key,
        of.Name,
        pair.Key,
        edition.Words[$"pair.{pair}"],
        ResultCell.Difference(gap.Value?.Points),
        ResultCell.Difference(gap.Value?.Interval?.Low),
        ResultCell.Difference(gap.Value?.Interval?.High),
        gap.Value is { } found ? Keys.Of(found.Label) : ResultCell.Empty,
        gap.Value is { } shown ? edition.Name(shown.Label) : ResultCell.Empty,
        gap.IsShown ? ResultCell.Empty : absent,
    ];
}
