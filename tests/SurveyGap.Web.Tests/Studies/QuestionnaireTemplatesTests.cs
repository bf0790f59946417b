using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Studies;

/// <summary>The rules that every questionnaire which ships keeps beyond being valid.</summary>
public sealed class QuestionnaireTemplatesTests
{
    public static TheoryData<string> Names => new(QuestionnaireTemplates.Names);

    [Fact]
    public void Four_questionnaires_ship() =>
        Assert.Equal(["employee-climate", "executive-self-examination", "myth-check", "service-mirror"], QuestionnaireTemplates.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_valid_and_named_like_its_file(string name) =>
        Assert.Equal(name, QuestionnaireTemplates.Load(name).Key);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_speaks_German_and_English_without_an_eszett(string name)
    {
        var survey = QuestionnaireTemplates.Load(name);

        Assert.Equal(["de", "en"], survey.Languages.Take(2));
        Assert.DoesNotContain(AllTexts(survey), text => text.Contains('ß', StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Questions_have_at_most_18_words_and_labels_45_characters(string name)
    {
        var survey = QuestionnaireTemplates.Load(name);

        Assert.All(QuestionTexts(survey), text => Assert.InRange(text.Split(' ').Length, 1, 18));
        Assert.All(
            survey.Questions.SelectMany(question => question.Label.Values),
            label => Assert.InRange(label.Replace("\u00ad", "", StringComparison.Ordinal).Length, 1, 45));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Soft_hyphens_stand_in_names_and_labels_only(string name) =>
        Assert.DoesNotContain(QuestionTexts(QuestionnaireTemplates.Load(name)), text => text.Contains('\u00ad', StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_two_questions_of_an_audience_read_or_look_alike(string name)
    {
        var survey = QuestionnaireTemplates.Load(name);

        foreach (var language in survey.Languages)
        {
            Assert.Distinct(survey.Questions.Select(question => question.Label[language]));
            foreach (var audience in Enum.GetValues<Audience>())
                Assert.Distinct(survey.Questions.Where(question => question.Text.ContainsKey(audience)).Select(question => question.Text[audience][language]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_overall_rating_comes_first_and_importance_last(string name)
    {
        var survey = QuestionnaireTemplates.Load(name);

        Assert.Equal(survey.Overall, survey.Questions[0].Key);
        Assert.Equal(survey.Questions[0].Dimension, survey.Dimensions[0].Key);
        Assert.All(survey.OfScale(Scale.Pick3), question => Assert.Same(survey.Questions[^1], question));
    }

    // A dimension's gap compares means of persons: of the same questions, or it would compare apples with oranges.
    [Theory]
    [MemberData(nameof(Names))]
    public void Whoever_is_asked_about_a_dimension_is_asked_all_its_ratings_and_invited_to_comment(string name)
    {
        var survey = QuestionnaireTemplates.Load(name);

        Assert.All(survey.Dimensions, dimension =>
        {
            var ratings = survey.Ratings(dimension).ToList();
            Assert.InRange(ratings.Count, 2, 5);
            Assert.All(ratings, rating => Assert.Equal(ratings[0].Text.Keys.Order(), rating.Text.Keys.Order()));
            Assert.Equal(ratings[0].Text.Keys.Order(), dimension.Comment!.Keys.Order());
        });
    }

    [Fact]
    public void The_same_key_is_the_same_question_in_every_questionnaire()
    {
        var wordings = QuestionnaireTemplates.Names.SelectMany(name => QuestionnaireTemplates.Load(name).Questions)
            .GroupBy(question => question.Key, StringComparer.Ordinal);

        Assert.All(wordings, same => Assert.Single(same.Select(English).Distinct(StringComparer.Ordinal)));

        static string English(Question question) => string.Join('|', question.Text.OrderBy(text => text.Key).Select(text => text.Value["en"]));
    }

    private static IEnumerable<string> QuestionTexts(Questionnaire survey) =>
        survey.Questions.SelectMany(question => question.Text.Values).SelectMany(wording => wording.Values);

    private static IEnumerable<string> AllTexts(Questionnaire survey) =>
        survey.Questions.SelectMany(question => question.Text.Values.Append(question.Label).SelectMany(texts => texts.Values))
            .Concat(survey.Dimensions.SelectMany(dimension => dimension.Comment!.Values.Append(dimension.Name).SelectMany(texts => texts.Values)));
}
