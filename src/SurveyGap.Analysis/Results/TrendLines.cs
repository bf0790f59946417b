using SurveyGap.Analysis.Gaps;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>The lines over the waves, from what each wave shows under its own thresholds.</summary>
internal static class TrendLines
{
    /// <param name="now">This wave.</param>
    /// <param name="earlier">The waves before, oldest first.</param>
    public static IReadOnlyList<TrendLine> Of(Composer now, IReadOnlyList<(string Name, Composer Wave)> earlier) => earlier.Count == 0 ? [] :
    [
        .. Lines(now, earlier, QuestionKeys(now), isDimension: false),
        .. Lines(now, earlier, [.. now.Questionnaire.Dimensions.Where(d => now.Questionnaire.Ratings(d).Any()).Select(d => d.Key)], isDimension: true),
    ];

    private static string[] QuestionKeys(Composer wave) => [.. wave.Questionnaire.OfScale(Scale.Quality5).Select(question => question.Key)];

    /// <summary>One family for each group: its questions, or its dimensions.</summary>
    private static IEnumerable<TrendLine> Lines(
        Composer now, IReadOnlyList<(string Name, Composer Wave)> earlier, string[] keys, bool isDimension) =>
        Enum.GetValues<Audience>().SelectMany(audience =>
        {
            List<TrendLine> lines = [];
            List<(Cell<Side> Now, Cell<Side> Before)> sides = [];
            foreach (var key in keys)
            {
                var alike = earlier.Where(wave => Wording.IsAlike(now.Questionnaire, wave.Wave.Questionnaire, audience, key, isDimension)).ToList();
                if (alike.Count == 0)
                    continue;
                sides.Add((SideOf(now, audience, key, isDimension), SideOf(alike[^1].Wave, audience, key, isDimension)));
                lines.Add(new TrendLine
                {
                    Key = key,
                    IsDimension = isDimension,
                    Audience = audience,
                    Points =
                    [
                        .. alike.Select(wave => new TrendPoint(wave.Name, MeanOf(SideOf(wave.Wave, audience, key, isDimension)))),
                        new TrendPoint(null, MeanOf(sides[^1].Now)),
                    ],
                    Change = Withheld.TooFew,
                });
            }

            return lines.Zip(ChangeFamily.Of(audience, sides, now.Thresholds), (line, change) => line with { Change = change });
        });

    private static Cell<Side> SideOf(Composer wave, Audience audience, string key, bool isDimension) => isDimension
        ? wave.Shown(audience).Dimensions[key].Select(Side.Of)
        : wave.Shown(audience).Questions[key].Select(Side.Of);

    private static Cell<TrendMean> MeanOf(Cell<Side> side) =>
        side.Value is { Mean: { } mean } shown ? new TrendMean(mean, shown.Moments.MeanInterval(1, 5)) : side.Withheld ?? Withheld.TooFew;
}
