using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>What may be said of a gap: labels, census, small groups, the gates.</summary>
public sealed class GapFamilyTests
{
    private static readonly long[] Kind = [0, 0, 0, 6, 2];
    private static readonly long[] Mixed = [10, 30, 60, 80, 20];
    private static readonly long[] Low = [20, 60, 80, 30, 10];

    [Fact]
    public void All_invited_executives_who_answered_are_a_census()
    {
        var gap = Mirror(Study(Kind, Mixed, Low, invited: 8));
        Assert.True(gap.Census);
        Assert.Equal(gap.Statistics!.MeanDiffCiExecutivesFixed, gap.Interval);
        Assert.Equal(gap.Statistics.PExecutivesFixed, gap.P);
        Assert.Equal(Label.Clear, gap.Label);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(null, false)]
    [InlineData(8, true)]
    public void One_who_is_missing_or_an_open_link_makes_it_a_sample(int? invited, bool optIn)
    {
        var gap = Mirror(Study(Kind, Mixed, Low, invited, optIn));
        Assert.False(gap.Census);
        Assert.Equal(gap.Statistics!.MeanDiffCi, gap.Interval);
        Assert.Equal(gap.Statistics.P, gap.P);
    }

    [Fact]
    public void The_counter_gap_is_never_a_census() =>
        Assert.False(Study(Kind, Mixed, Low, invited: 8).Questions[0].Gaps[Pair.Counter].Value!.Census);

    [Fact]
    public void An_interval_within_half_a_point_is_practically_equal_even_if_clear()
    {
        var gap = Study(Kind, [100, 300, 600, 800, 200], [110, 340, 600, 760, 190], invited: null).Questions[0].Gaps[Pair.Counter].Value!;
        Assert.Equal(Label.PracticallyEqual, gap.Label);
        var clear = Study(Kind, [1000, 3000, 6000, 8000, 2000], [1200, 3400, 6000, 7500, 1900], invited: null).Questions[0].Gaps[Pair.Counter].Value!;
        Assert.True(clear.Q < 0.05);
        Assert.Equal(Label.PracticallyEqual, clear.Label);
        Assert.Null(clear.AnswersNeeded);
    }

    [Fact]
    public void An_open_gap_says_how_many_more_answers_would_settle_it()
    {
        var gap = Study([0, 1, 3, 2, 2], [1, 2, 4, 4, 1], [2, 2, 3, 2, 1], invited: 8).Questions[0].Gaps[Pair.Mirror].Value!;
        Assert.Equal(Label.Open, gap.Label);
        var needed = gap.AnswersNeeded!;
        Assert.Equal(Audience.Customer, needed.Audience);
        Assert.Equal(needed.Total, needed.More + 10);
        var sd = Math.Sqrt(new Ratings([2, 2, 3, 2, 1], 0).Moments.Variance!.Value);
        Assert.InRange(HalfWidth(needed.Total), 0, 0.5);
        Assert.True(HalfWidth(needed.Total - 1) > 0.5);

        double HalfWidth(long n) => Distributions.StudentQuantile(n - 1) * sd / Math.Sqrt(n);
    }

    [Fact]
    public void More_customers_cannot_settle_what_hangs_on_few_executives() => Assert.Null(
        Study([1, 1, 1, 1, 1], Mixed, [2, 2, 3, 2, 1], invited: null).Questions[0].Gaps[Pair.Mirror].Value!.AnswersNeeded is { Audience: Audience.Customer } needed ? needed : null);

    [Fact]
    public void A_constant_group_is_only_described_unless_it_is_a_census()
    {
        Assert.Equal(Label.Descriptive, Mirror(Study([0, 0, 0, 8, 0], Mixed, Low, invited: 9)).Label);
        Assert.Null(Mirror(Study([0, 0, 0, 8, 0], Mixed, Low, invited: 9)).Interval);
        Assert.Equal(Label.Clear, Mirror(Study([0, 0, 0, 8, 0], Mixed, Low, invited: 8)).Label);
        Assert.Equal(Label.Descriptive, Mirror(Study([0, 0, 0, 8, 0], Mixed, [0, 0, 40, 0, 0], invited: 8)).Label);
    }

    [Theory]
    [InlineData(2, null, null)]
    [InlineData(3, Label.Descriptive, null)]
    [InlineData(4, Label.Descriptive, null)]
    [InlineData(5, Label.Clear, Label.Clear)]
    public void Fewer_than_three_executives_show_nothing_and_fewer_than_five_only_dimensions(int executives, Label? dimension, Label? question)
    {
        var study = Study([0, 0, 0, 1, executives - 1], Mixed, Low, invited: 9, questions: 2);
        Assert.Equal(dimension, study.Dimensions[0].Gaps[Pair.Mirror].Value?.Label);
        Assert.Equal(question, study.Questions[0].Gaps[Pair.Mirror].Value?.Label);
        Assert.Equal(executives < 3, !study.Groups[Audience.Executive].Responses.IsShown);
        Assert.Equal(executives < 5, study.Groups[Audience.Executive].Confidential);
        Assert.Equal(executives >= 5, study.Groups[Audience.Executive].CommentsShown);
    }

    [Fact]
    public void Three_executives_who_are_all_there_are_have_an_interval_for_their_dimension()
    {
        var gap = Study([0, 0, 0, 1, 2], Mixed, Low, invited: 3, questions: 2).Dimensions[0].Gaps[Pair.Mirror].Value!;
        Assert.NotNull(gap.Interval);
        Assert.Equal(Label.Clear, gap.Label);
    }

    [Theory]
    [InlineData(new long[] { 0, 0, 0, 0, 5 }, new long[] { 0, 50, 50, 50, 50 }, true)]
    [InlineData(new long[] { 0, 0, 2, 2, 2 }, new long[] { 9, 21, 48, 65, 17 }, false)]
    [InlineData(new long[] { 0, 0, 0, 0, 5 }, new long[] { 0, 10, 10, 5, 4 }, false)]
    public void The_factor_is_shown_only_when_it_can_bear_it(long[] executives, long[] customers, bool shown) =>
        Assert.Equal(shown, Mirror(Study(executives, Mixed, customers, invited: null)).FactorShown);

    [Fact]
    public void A_mean_whose_interval_spans_the_line_has_no_sure_quadrant()
    {
        Assert.Equal(new Place(Quadrant.BlindSpot, Uncertain: false), Mirror(Study(Kind, Mixed, Low, invited: 8)).Place);
        Assert.Equal(new Place(Quadrant.BlindSpot, Uncertain: true), Mirror(Study([0, 1, 2, 3, 2], Mixed, Low, invited: 9)).Place);
        Assert.Equal(new Place(Quadrant.BlindSpot, Uncertain: false), Mirror(Study([0, 1, 2, 3, 2], Mixed, Low, invited: 8)).Place);
        Assert.Null(Study(Kind, Mixed, Low, invited: 8).Questions[0].Gaps[Pair.Leadership].Value!.Place);
    }

    [Fact]
    public void Withheld_gaps_are_not_in_the_family()
    {
        // The second question has four customers: the first one's q must not pay for it.
        var questionnaire = Cast.Questionnaire([1, 1]);
        var responses = Answers(Audience.Executive, [0, 1, 3, 2, 2], 2).Concat(Answers(Audience.Customer, [2, 2, 3, 2, 1], 2)).ToList();
        foreach (var response in responses.Where(response => response.Audience == Audience.Customer).Skip(4))
            response.Answers[1] = Answer.CannotJudge;
        var gaps = StudyAnalysis.Of(Counting.Of(responses, questionnaire, [], Cast.Nobody), questionnaire).Questions.Select(question => question.Gaps[Pair.Mirror]).ToList();
        Assert.Equal(Withheld.TooFew, gaps[1].Withheld);
        Assert.Equal(gaps[0].Value!.P, gaps[0].Value!.Q);
    }

    private static Gap Mirror(StudyAnalysis study) => study.Questions[0].Gaps[Pair.Mirror].Value!;

    private static StudyAnalysis Study(
        long[] executives, long[] employees, long[] customers, int? invited, bool optIn = false, int questions = 1)
    {
        var questionnaire = Cast.Questionnaire(questions);
        var participation = new Dictionary<Audience, Participation> { [Audience.Executive] = new(invited, optIn) };
        return StudyAnalysis.Of(
            Counting.Of(
                [.. Answers(Audience.Executive, executives, questions), .. Answers(Audience.Employee, employees, questions), .. Answers(Audience.Customer, customers, questions)],
                questionnaire, [], participation),
            questionnaire);
    }

    private static IEnumerable<Response> Answers(Audience audience, long[] counts, int questions) => Enumerable.Range(0, 5)
        .SelectMany(level => Enumerable.Range(0, (int)counts[level]).Select(_ =>
            new Response(audience, [], [.. Enumerable.Repeat((byte)(level + 1), questions)])));
}
