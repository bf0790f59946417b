using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>What differs between two versions, as labels of questions.</summary>
/// <param name="Languages">Whether the languages differ.</param>
/// <param name="Dimensions">Whether the dimensions, their names or their comments differ.</param>
/// <param name="Order">Whether the same questions stand in another order.</param>
public sealed record VersionChange(
    IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Reworded, IReadOnlyList<string> Renewed, bool Languages, bool Dimensions, bool Order)
{
    public static VersionChange Between(Questionnaire before, Questionnaire after)
    {
        var added = after.Questions.Where(question => before.Find(question.Key) is null).ToList();
        var removed = before.Questions.Where(question => after.Find(question.Key) is null).ToList();
        // In other words under a new key: its label is what it was, or else it counts as another one.
        var renewed = added.Where(question => removed.Any(old => LabelOf(old, before) == LabelOf(question, after))).Select(question => LabelOf(question, after)).ToList();
        var kept = after.Questions.Where(question => before.Find(question.Key) is not null).ToList();
        return new VersionChange(
            [.. added.Select(question => LabelOf(question, after)).Except(renewed)],
            [.. removed.Select(question => LabelOf(question, before)).Except(renewed)],
            [.. kept.Where(question => WordsOf(question, after) != WordsOf(before.Find(question.Key)!, after)).Select(question => LabelOf(question, after))],
            renewed,
            !before.Languages.SequenceEqual(after.Languages),
            Texts(before.Dimensions, after) != Texts(after.Dimensions, after),
            !kept.Select(question => question.Key).SequenceEqual(before.Questions.Select(question => question.Key).Where(key => after.Find(key) is not null)));
    }

    private static string LabelOf(Question question, Questionnaire questionnaire) =>
        question.Label.GetValueOrDefault(questionnaire.Languages[0]) ?? question.Key;

    // In the languages of the later version alone: one that is dropped or added is told as such.
    private static string WordsOf(Question question, Questionnaire questionnaire) => string.Join('\n',
        question.Text.Values.Append(question.Label).Select(texts => string.Join('\n', questionnaire.Languages.Select(language => texts.GetValueOrDefault(language)))));

    private static string Texts(IEnumerable<Dimension> dimensions, Questionnaire questionnaire) => string.Join('\n', dimensions.Select(dimension => string.Join('\n',
        (dimension.Comment?.Values ?? []).Append(dimension.Name).Select(texts => string.Join('\n', questionnaire.Languages.Select(language => texts.GetValueOrDefault(language)))))));
}
