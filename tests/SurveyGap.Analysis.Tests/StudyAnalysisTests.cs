using System.Text.Json;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>Everything beside the gaps that a study's analysis says.</summary>
public sealed class StudyAnalysisTests
{
    private static readonly Questionnaire Mirror = Cast.Questionnaire(
        [3, 2],
        Cast.Question("recommend", Scale.Recommend11),
        Cast.Question("estimate_top2", Scale.Percent),
        Cast.Question("importance_top3", Scale.Pick3, null, "d0", "d1"));

    [Fact]
    public void Response_rates_need_a_known_number_of_invited_people()
    {
        var study = Study([.. Six(Audience.Executive), .. Six(Audience.Customer), .. Six(Audience.Employee).Take(4)], new()
        {
            [Audience.Executive] = new(8),
            [Audience.Customer] = new(100, OptIn: true),
            [Audience.Employee] = new(20),
        });
        Assert.Equal(new ResponseRate(6, 0.75), study.Groups[Audience.Executive].Responses.Value);
        Assert.Equal(new ResponseRate(6, null), study.Groups[Audience.Customer].Responses.Value);
        Assert.Equal(Withheld.TooFew, study.Groups[Audience.Employee].Responses.Withheld);
        Assert.False(study.Groups[Audience.Executive].Census);
    }

    [Fact]
    public void What_was_expected_stands_beside_what_customers_said()
    {
        // Four of six customers say good or excellent overall; the executives expected 90 of 100.
        var study = Study([.. Six(Audience.Executive, estimate: 90), .. Six(Audience.Customer)]);
        var prediction = Assert.Single(study.Predictions);
        Assert.Equal(4.0 / 6, prediction.Actual.Value!.Share!.Value, 1e-12);
        var executives = prediction.Groups[Audience.Executive].Value!;
        Assert.Equal((6, 90, null), (executives.N, executives.Mean, executives.Ci));
        Assert.Equal(90 - (400.0 / 6), executives.Error!.Value, 1e-9);
        Assert.Equal(Withheld.TooFew, prediction.Groups[Audience.Employee].Withheld);
        Assert.DoesNotContain(Audience.Customer, prediction.Groups.Keys);
    }

    [Fact]
    public void Recommendation_is_never_pooled_and_four_executives_predict_nothing()
    {
        var study = Study([.. Six(Audience.Executive).Take(4), .. Six(Audience.Customer, recommend: 10)]);
        var groups = Assert.Single(study.Recommendation).Groups;
        Assert.Equal(100, groups[Audience.Customer].Value!.Nps);
        Assert.Equal(Withheld.TooFew, groups[Audience.Executive].Withheld);
    }

    [Fact]
    public void A_lower_minimum_of_customers_shows_their_group_and_nothing_finer()
    {
        var lowered = Thresholds.Default with { CustomerMinimum = 3, CustomerReason = "Nine key accounts" };
        Response[] responses = [.. Six(Audience.Employee).Take(4), .. Six(Audience.Customer).Take(4), .. Six(Audience.Executive)];
        var study = StudyAnalysis.Of(
            Counting.Of(responses.Select(response => response with { Segments = ["CH"] }), Mirror, ["country"], Cast.Nobody, lowered), Mirror);

        Assert.Equal(4, study.Groups[Audience.Customer].Responses.Value!.Responses);
        Assert.Equal(Withheld.TooFew, study.Groups[Audience.Employee].Responses.Withheld);
        Assert.False(study.Groups[Audience.Customer].CommentsShown);
        Assert.True(study.Groups[Audience.Customer].Confidential);
        Assert.All(study.Segments.SelectMany(segment => segment.Values), value => Assert.False(value.Responses.IsShown));
        Assert.All(study.Questions, question => Assert.Equal(Label.Descriptive, question.Gaps[Pair.Mirror].Value?.Label ?? Label.Descriptive));
        Assert.Contains(study.Questions, question => question.Gaps[Pair.Mirror].IsShown);
        // All of them said five: shown, it would tell each one's answer.
        Assert.Contains(study.Questions, question => question.Groups[Audience.Customer].Withheld == Withheld.Unanimous);
    }

    [Fact]
    public void What_matters_most_and_is_worst_comes_first()
    {
        // All pick the first dimension, rated 1 to 5; three pick the second, rated 5.
        var study = Study([.. Six(Audience.Customer)]);
        Assert.Equal(["d0", "d1"], study.Priorities.Select(priority => priority.Dimension));
        var first = study.Priorities[0];
        Assert.Equal((1, 1.0), (first.Rank, first.Importance));
        Assert.Equal(first.Importance * (5 - first.CustomerMean) / 4, first.Score, 1e-12);
        Assert.Equal(PriorityReason.RatedLow, first.Reason);
        Assert.Equal(0.5, study.Importance[0].Groups[Audience.Customer].Value!.Options[1].Picked.Share);
    }

    [Fact]
    public void Derived_importance_and_alpha_need_enough_customers()
    {
        Assert.All(Study([.. Six(Audience.Customer)]).Questions, question => Assert.Null(question.DerivedImportance));
        var many = Study([.. Enumerable.Range(0, 10).SelectMany(_ => Six(Audience.Customer)), .. Enumerable.Range(0, 10).SelectMany(_ => Six(Audience.Executive))]);
        Assert.Equal(60, many.Questions[0].DerivedImportance!.N);
        Assert.Null(many.Questions.Single(question => question.Question.Key == Mirror.Overall).DerivedImportance);
        Assert.Equal([Audience.Customer], many.Dimensions[0].Alpha.Keys);
        Assert.Equal((3, 60), (many.Dimensions[0].Alpha[Audience.Customer].K, many.Dimensions[0].Alpha[Audience.Customer].NComplete));
        Assert.Empty(many.Dimensions[1].Alpha);
    }

    [Fact]
    public void A_change_since_the_last_wave_compares_identical_questions_only()
    {
        var before = Mirror with { Questions = [Mirror.Questions[0] with { Text = Reworded }, .. Mirror.Questions.Skip(1)] };
        var counts = Counting.Of([.. Six(Audience.Customer)], before, [], Cast.Nobody);
        var study = StudyAnalysis.Of(
            Counting.Of([.. Six(Audience.Customer), .. Six(Audience.Customer)], Mirror, [], Cast.Nobody), Mirror, [new EarlierWave("2025", before, counts)]);
        var lines = study.Trend.Where(line => line.Audience == Audience.Customer).ToList();
        Assert.Equal(["d0q1", "d0q2", "d1q0", "d1q1", "d1"], lines.Select(line => line.Key));
        Assert.Equal(["2025", null], lines[0].Points.Select(point => point.Wave));
        Assert.Equal(0, lines[0].Change.Value!.Points);
        Assert.NotEqual(Label.Clear, lines[0].Change.Value!.Label);
        Assert.All(study.Trend.Where(line => line.Audience == Audience.Executive), line => Assert.Equal(Withheld.TooFew, line.Change.Withheld));
    }

    [Fact]
    public void Segments_show_employees_and_customers_by_one_attribute_at_a_time()
    {
        Response[] responses =
        [
            .. Six(Audience.Customer).Select(response => response with { Segments = ["CH"] }),
            .. Six(Audience.Customer).Select(response => response with { Segments = ["AT"] }),
            .. Six(Audience.Executive).Select(response => response with { Segments = [null] }),
        ];
        var segment = Assert.Single(StudyAnalysis.Of(Counting.Of(responses, Mirror, ["country"], Cast.Nobody), Mirror).Segments);
        Assert.Equal((Audience.Customer, "country"), (segment.Audience, segment.Attribute));
        Assert.Equal(["AT", "CH"], segment.Values.Select(value => value.Value));
        Assert.Equal(6, segment.Values[0].Dimensions["d0"].Value!.NScored);
    }

    [Fact]
    public void Five_of_one_opinion_are_withheld_among_employees_and_shown_among_customers()
    {
        var questionnaire = Cast.Questionnaire(2);
        var study = StudyAnalysis.Of(
            Counting.Of(
                new[] { Audience.Employee, Audience.Customer }.SelectMany(audience => Enumerable.Range(0, 9).Select(i => new Response(audience, [], [(byte)(4 + (i % 2)), (byte)(1 + (i % 5))]))),
                questionnaire, [], Cast.Nobody),
            questionnaire);
        Assert.Equal(Withheld.Unanimous, study.Questions[0].Groups[Audience.Employee].Withheld);
        Assert.True(study.Questions[0].Groups[Audience.Customer].IsShown);
        Assert.True(study.Dimensions[0].Groups[Audience.Employee].Value!.FromShownQuestions);
    }

    [Fact]
    public void A_minimum_of_one_shows_everything()
    {
        var open = Thresholds.Default.WithMinimum(1);
        var study = StudyAnalysis.Of(Counting.Of(Six(Audience.Executive).Take(1), Mirror, [], Cast.Nobody, open), Mirror);
        Assert.All(study.Questions, question => Assert.All(question.Groups.Values, cell => Assert.True(cell.IsShown)));
        Assert.Equal(1, study.Questions[0].Groups[Audience.Executive].Value!.N);
        Assert.Null(study.Questions[0].Groups[Audience.Customer].Value!.Mean);
    }

    [Fact]
    public void A_study_of_any_size_is_finite() => Always.Holds(Always.Seed, seed =>
    {
        var wave = new RandomWave(seed);
        for (var times = 1L; times <= 100_000_000; times *= 10_000)
        {
            // Writing JSON throws on NaN and infinity.
            var counts = LargeCounts.Of(wave.Counts, times);
            Assert.NotEmpty(JsonSerializer.SerializeToUtf8Bytes(StudyAnalysis.Of(counts, wave.Questionnaire), FigureJson.Options));
        }
    }, times: 60);

    private static Dictionary<Audience, IReadOnlyDictionary<string, string>> Reworded => Enum.GetValues<Audience>().ToDictionary(
        audience => audience, _ => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["de"] = "Anders?", ["en"] = "Else?" });

    private static StudyAnalysis Study(IEnumerable<Response> responses, Dictionary<Audience, Participation>? participation = null) =>
        StudyAnalysis.Of(Counting.Of(responses, Mirror, [], participation ?? []), Mirror);

    /// <summary>Six people whose overall ratings are 2, 3, 4, 4, 5, 5; everybody picks the first dimension, every other one the second.</summary>
    private static IEnumerable<Response> Six(Audience audience, int recommend = 7, int estimate = 50)
    {
        byte[] overall = [2, 3, 4, 4, 5, 5];
        return overall.Select((rating, i) => new Response(
            audience,
            [],
            [
                (byte)(rating - 1), rating, (byte)Math.Max(1, rating - 2), 5, rating,
                Answer.Recommend(recommend), Answer.Percent(estimate), Answer.Picked, i % 2 == 0 ? Answer.Picked : Answer.NotPicked,
            ]));
    }
}
