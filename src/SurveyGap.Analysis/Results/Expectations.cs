using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>Recommendation, predictions and importance of one wave, from what is shown.</summary>
internal sealed class Expectations(WaveCounts counts, Questionnaire questionnaire, ShownCounts shown)
{
    private readonly SlotMap _slots = SlotMap.Of(questionnaire);

    public IReadOnlyList<RecommendationResult> Recommendation() =>
    [
        .. questionnaire.OfScale(Scale.Recommend11).Select(question => new RecommendationResult
        {
            Question = question,
            Groups = counts.Audiences.ToDictionary(
                audience => audience.Audience,
                audience => shown.Slot(audience, _slots.FirstOf(question)).Select(slot => Recommendations.Of(slot.Levels))),
        }),
    ];

    public IReadOnlyList<PredictionResult> Predictions()
    {
        Cell<ShareFigures> actual = questionnaire.Overall is { } overall
            ? shown.Groups[Audience.Customer].Questions[overall].Select(ratings => ratings.Figures().Top2)
            : Withheld.TooFew;
        return
        [
            .. questionnaire.OfScale(Scale.Percent).Select(question => new PredictionResult
            {
                Question = question,
                Actual = actual,
                Groups = counts.Audiences.Where(audience => audience.Audience != Audience.Customer).ToDictionary(
                    audience => audience.Audience,
                    audience => shown.Slot(audience, _slots.FirstOf(question)) is { Value.Answered: > 0 } slot
                        ? slot.Select(estimates => Estimate(estimates, actual.Value?.Share))
                        : Withheld.TooFew),
            }),
        ];
    }

    public IReadOnlyList<ImportanceResult> Importance() =>
    [
        .. questionnaire.OfScale(Scale.Pick3).Where(question => question.Options.Count > 0).Select(question => new ImportanceResult
        {
            Question = question,
            Groups = counts.Audiences.ToDictionary(
                audience => audience.Audience,
                audience => shown.Picks(audience, _slots.FirstOf(question)).Select(first => Picked(audience, question, first.Answered))),
        }),
    ];

    private static EstimateFigures Estimate(SlotCounts slot, double? actual)
    {
        var moments = Moments.Of(slot.Levels, first: 0);
        return new EstimateFigures(slot.Answered, moments.Mean!.Value, moments.MeanInterval(0, 100), moments.Mean - (100 * actual));
    }

    private ImportanceFigures Picked(AudienceCounts audience, Question question, long n)
    {
        var first = _slots.FirstOf(question);
        return new ImportanceFigures(
            n,
            [.. question.Options.Select((option, i) => new OptionFigures(option, Proportions.Share(audience.All.Slots[first + i].Levels[1], n)))]);
    }
}
