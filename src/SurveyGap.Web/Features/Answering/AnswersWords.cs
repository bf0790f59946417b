namespace SurveyGap.Web.Features.Answering;

/// <summary>The words that may stand in an answers file for a rating, in any language and case.</summary>
internal static class AnswersWords
{
    private static readonly string[][] Ratings =
    [
        ["schrecklich", "terrible", "épouvantable", "pessimo"],
        ["schlecht", "poor", "mauvais", "scarso"],
        ["durchschnittlich", "average", "moyen", "medio"],
        ["gut", "good", "bon", "buono"],
        ["exzellent", "excellent", "eccellente"],
    ];

    private static readonly HashSet<string> CannotJudge = new(StringComparer.OrdinalIgnoreCase)
    {
        "na", "kann ich nicht beurteilen", "I cannot judge this", "je ne peux pas en juger", "non posso giudicarlo",
    };

    /// <summary>The rating 1 to 5 that a word or a digit stands for; null if none.</summary>
    public static int? Rating(string cell)
    {
        for (var rating = 1; rating <= Ratings.Length; rating++)
        {
            if (cell is [var digit] && digit == '0' + rating || Ratings[rating - 1].Contains(cell, StringComparer.OrdinalIgnoreCase))
                return rating;
        }

        return null;
    }

    public static bool IsCannotJudge(string cell) => CannotJudge.Contains(cell);
}
