using System.Text.Json;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>
/// An attacker who knows everything but the answers: who is in which segment, who could not judge what, and the rules. Whatever
/// the analysis shows is a sum over persons; the attacker adds and subtracts all of it, in exact arithmetic.
/// </summary>
public sealed class SuppressionAttackTests
{
    private const int K = 5;

    [Fact]
    public void No_combination_of_shown_views_isolates_fewer_than_five_persons() => Always.Holds(Always.Seed, seed =>
    {
        var wave = new RandomWave(seed);
        var analysis = StudyAnalysis.Of(wave.Counts, wave.Questionnaire);
        foreach (var audience in new[] { Audience.Employee, Audience.Customer })
        {
            foreach (var subject in Attacker.Subjects(wave))
                Assert.Null(Attacker.Isolated(wave, analysis, audience, subject, K));
        }
    }, times: 400);

    [Fact]
    public void No_total_of_a_withheld_cell_follows_from_all_totals_shown() => Always.Holds(Always.Seed, seed =>
    {
        var wave = new RandomWave(seed);
        Assert.Empty(Attacker.Revealed(wave, StudyAnalysis.Of(wave.Counts, wave.Questionnaire)));
    }, times: 400);

    [Fact]
    public void Two_waves_and_a_reworded_release_reveal_no_more_than_each_wave()
    {
        Always.Holds(Always.Seed, seed =>
        {
            // The same questionnaire and partly the same people, who answered anew: the totals of the waves have no person in common.
            var (first, second) = (new RandomWave(seed, [2, 2]), new RandomWave(seed + 1, [2, 2]));
            var alone = StudyAnalysis.Of(second.Counts, second.Questionnaire);
            var withTrend = StudyAnalysis.Of(second.Counts, second.Questionnaire, [new EarlierWave("1", first.Questionnaire, first.Counts)]);
            var reworded = StudyAnalysis.Of(second.Counts with { Locale = "en" }, second.Questionnaire);
            Assert.Equal(Shown(alone), Shown(withTrend));
            Assert.Equal(Shown(alone), Shown(reworded));
            Assert.All(withTrend.Trend, line => AssertOnlyShownMeans(line, StudyAnalysis.Of(first.Counts, first.Questionnaire), withTrend));
        }, times: 200);
    }

    [Fact]
    public void What_is_derived_comes_from_shown_cells_only() => Always.Holds(Always.Seed, seed =>
    {
        var wave = new RandomWave(seed);
        var analysis = StudyAnalysis.Of(wave.Counts, wave.Questionnaire);
        foreach (var pair in Pairs.All)
        {
            Assert.All(analysis.Questions, question => Assert.True(
                !question.Gaps[pair].IsShown || (question.Groups[pair.From].IsShown && question.Groups[pair.To].IsShown)));
            Assert.All(analysis.Dimensions, dimension => Assert.True(
                !dimension.Gaps[pair].IsShown || (dimension.Groups[pair.From].IsShown && dimension.Groups[pair.To].IsShown)));
        }

        foreach (var dimension in analysis.Dimensions)
        {
            Assert.Equal(dimension.Groups.Values.All(cell => cell.IsShown), dimension.Chain.IsShown);
            foreach (var (audience, cell) in dimension.Groups.Where(group => group.Value.Value is { FromShownQuestions: true }))
            {
                var shown = analysis.Questions.Where(question => question.Question.Dimension == dimension.Dimension.Key)
                    .Select(question => question.Groups[audience].Value?.Mean).OfType<double>().ToList();
                Assert.Equal(shown.Average(), cell.Value!.Mean!.Value, 1e-12);
                Assert.Null(cell.Value.MeanCi);
                Assert.DoesNotContain(audience, dimension.Alpha.Keys);
            }
        }
    }, times: 300);

    [Fact]
    public void An_attacker_wins_against_a_minimum_of_one()
    {
        // Otherwise the attacks above would prove nothing.
        var beaten = Enumerable.Range(0, 50).Count(seed =>
        {
            var wave = new RandomWave(seed);
            var open = wave.Counts with { Thresholds = Thresholds.Default.WithMinimum(1) };
            var analysis = StudyAnalysis.Of(open, wave.Questionnaire);
            return Attacker.Subjects(wave).Any(subject => Attacker.Isolated(wave, analysis, Audience.Customer, subject, K) is not null);
        });
        Assert.InRange(beaten, 25, 50);
    }

    private static string Shown(StudyAnalysis analysis) => JsonSerializer.Serialize(
        new
        {
            Questions = analysis.Questions.Select(question => question.Groups),
            Dimensions = analysis.Dimensions.Select(dimension => dimension.Groups),
            analysis.Segments,
        },
        FigureJson.Options);

    private static void AssertOnlyShownMeans(TrendLine line, StudyAnalysis before, StudyAnalysis now)
    {
        Assert.Equal(MeanOf(before, line), line.Points[0].Mean.Value?.Mean);
        Assert.Equal(MeanOf(now, line), line.Points[^1].Mean.Value?.Mean);
        Assert.True(!line.Change.IsShown || line.Points.All(point => point.Mean.IsShown));
    }

    private static double? MeanOf(StudyAnalysis analysis, TrendLine line) => line.IsDimension
        ? analysis.Dimensions.Single(dimension => dimension.Dimension.Key == line.Key).Groups[line.Audience].Value?.Mean
        : analysis.Questions.Single(question => question.Question.Key == line.Key).Groups[line.Audience].Value?.Mean;
}
