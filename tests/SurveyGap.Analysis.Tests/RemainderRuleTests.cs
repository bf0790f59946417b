using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>What subtraction leaves must be enough.</summary>
public sealed class RemainderRuleTests
{
    [Theory]
    [InlineData(4, 0, PartState.Hidden)]
    [InlineData(4, 1, PartState.Shown)]
    [InlineData(2, 2, PartState.Hidden)]
    [InlineData(5, 4, PartState.Hidden)]
    public void A_remainder_of_four_is_too_few_and_one_of_five_is_enough(int first, int second, PartState next)
    {
        var states = RemainderRule.Of([new("a", first), new("b", second), new("c", 12), new("d", 40)], k: 5);
        Assert.Equal(first == 5 ? PartState.Shown : next, states[2]);
        Assert.Equal(PartState.Shown, states[3]);
    }

    [Fact]
    public void One_attribute_of_a_wave_follows_the_rule() => Always.Holds(Always.Seed, seed =>
    {
        var random = new Random(seed);
        var questionnaire = Cast.Questionnaire(2);
        var responses = Enumerable.Range(0, 5).SelectMany(part => Enumerable.Range(0, random.Next(12)).Select(_ =>
            new Response(Audience.Customer, [$"part {part}"], [(byte)random.Next(1, 6), random.Next(3) == 0 ? Answer.CannotJudge : (byte)3])));
        var counts = Counting.Of(responses, questionnaire, ["part"], Cast.Nobody);
        var segments = counts[Audience.Customer].Segments;
        var expected = RemainderRule.Of([.. segments.Select(segment => new Part(segment.Value, segment.Counts.Slots[1].Answered))], k: 5);
        var people = RemainderRule.Of([.. segments.Select(segment => new Part(segment.Value, segment.Counts.Responses))], k: 5);
        var shown = StudyAnalysis.Of(counts, questionnaire).Segments.SelectMany(segment => segment.Values).Select(value => value.Questions["d0q1"].IsShown);
        Assert.Equal(expected.Zip(people, (question, person) => question == PartState.Shown && person == PartState.Shown), shown);
    });
}
