using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>Counting is one pass over responses in any order, split in any way.</summary>
public sealed class CountingTests
{
    [Fact]
    public void Permuting_the_respondents_changes_no_byte() => Always.Holds(Always.Seed, seed =>
    {
        var wave = new RandomWave(seed);
        var shuffled = wave.Stored.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Bytes(wave.Counts), Bytes(Count(wave, shuffled)));
    });

    [Fact]
    public void Counting_in_parts_and_merging_changes_no_byte() => Always.Holds(Always.Seed, seed =>
    {
        var wave = new RandomWave(seed);
        var parts = wave.Stored.GroupBy(response => response.Answers.GetHashCode() % 3).Select(part =>
        {
            var counting = new Counting(wave.Questionnaire, RandomWave.Attributes);
            foreach (var response in part)
                counting.Add(response);
            return counting;
        }).ToList();
        var merged = new Counting(wave.Questionnaire, RandomWave.Attributes);
        parts.ForEach(merged.Merge);
        Assert.Equal(Bytes(wave.Counts), Bytes(merged.ToCounts(Cast.Nobody, Thresholds.Default)));
    });

    [Fact]
    public void Stored_counts_read_back_to_the_same_bytes_and_the_same_analysis() => Always.Holds(Always.Seed, seed =>
    {
        var wave = new RandomWave(seed);
        var read = CountsJson.Read(CountsJson.Write(wave.Counts));
        Assert.Equal(Bytes(wave.Counts), Bytes(read));
        Assert.Equal(
            StudyAnalysis.Of(wave.Counts, wave.Questionnaire).Questions.Count, StudyAnalysis.Of(read, wave.Questionnaire).Questions.Count);
    }, times: 50);

    [Fact]
    public void Cannot_judge_and_no_answer_are_apart_and_neither_is_in_n()
    {
        var counts = Count(Cast.Questionnaire(1), [4, 5, Answer.CannotJudge, Answer.None]);
        var slot = counts[Audience.Customer].All.Slots[0];
        Assert.Equal((4, 2, 1), (counts[Audience.Customer].Responses, slot.Answered, slot.CannotJudge));
        Assert.Equal([0, 0, 0, 1, 1], slot.Levels);
    }

    [Fact]
    public void A_picked_option_and_one_left_are_both_answers()
    {
        var questionnaire = Cast.Questionnaire([1], Cast.Question("importance_top3", Scale.Pick3, null, "d0"));
        var counts = Counting.Of(
            [new(Audience.Customer, [], [5, Answer.Picked]), new(Audience.Customer, [], [5, Answer.NotPicked]), new(Audience.Customer, [], [5, Answer.None])],
            questionnaire, [], Cast.Nobody);
        Assert.Equal([1, 1], counts[Audience.Customer].All.Slots[1].Levels);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(101)]
    public void A_byte_that_is_no_rating_is_refused(byte answer) =>
        Assert.Throws<ArgumentException>(() => Count(Cast.Questionnaire(1), [answer]));

    [Fact]
    public void Half_of_the_questions_rounded_up_make_a_persons_mean()
    {
        var counts = Counting.Of(
            [
                new(Audience.Customer, [], [5, 4, Answer.None]),
                new(Audience.Customer, [], [5, Answer.CannotJudge, Answer.None]),
                new(Audience.Customer, [], [1, 1, 1]),
            ],
            Cast.Questionnaire(3), [], Cast.Nobody);
        Assert.Equal([new AnsweredSums(2, 1, 9, 81), new AnsweredSums(3, 1, 3, 9)], counts[Audience.Customer].All.Dimensions[0].ByAnswered);
    }

    private static byte[] Bytes(WaveCounts counts) => CountsJson.Write(counts);

    private static WaveCounts Count(RandomWave wave, IEnumerable<Response> responses) =>
        Counting.Of(responses, wave.Questionnaire, RandomWave.Attributes, Cast.Nobody);

    private static WaveCounts Count(Questionnaire questionnaire, byte[] answers) =>
        Counting.Of(answers.Select(answer => new Response(Audience.Customer, [], [answer])), questionnaire, [], Cast.Nobody);
}
