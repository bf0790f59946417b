using System.Globalization;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>From what stands in a cell to the bytes of a response.</summary>
internal static class AnswersCell
{
    /// <summary>Fills the slots of one question. Returns what is wrong and what to do; null if all is well.</summary>
    public static string? Read(string cell, Question question, Span<byte> slots)
    {
        if (cell.Length == 0)
            return null;
        if (AnswersWords.IsCannotJudge(cell))
        {
            slots.Fill(Answer.CannotJudge);
            return null;
        }

        return question.Scale switch
        {
            Scale.Quality5 => Rating(cell, slots),
            Scale.Recommend11 => Number(cell, 10, Answer.Recommend, slots),
            Scale.Percent => Number(cell, 100, Answer.Percent, slots),
            Scale.Pick3 => Picks(cell, question.Options, slots),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question.Scale, "Unknown scale."),
        };
    }

    private static string? Rating(string cell, Span<byte> slots)
    {
        if (AnswersWords.Rating(cell) is not { } rating)
            return $"«{cell}» is not a rating; write 1 (terrible) to 5 (excellent), one of the words, na for «cannot judge», or leave the cell empty.";
        slots[0] = Answer.Rating(rating);
        return null;
    }

    private static string? Number(string cell, int maximum, Func<int, byte> coded, Span<byte> slots)
    {
        if (!int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > maximum)
            return $"«{cell}» is not a whole number from 0 to {maximum}; correct it, write na for «cannot judge», or leave the cell empty.";
        slots[0] = coded(number);
        return null;
    }

    private static string? Picks(string cell, IReadOnlyList<string> options, Span<byte> slots)
    {
        slots.Fill(Answer.NotPicked);
        var picks = cell.Split('|', StringSplitOptions.TrimEntries);
        if (picks.Length > 3)
            return $"{picks.Length} picks; at most three are allowed.";

        foreach (var pick in picks)
        {
            var option = options.ToList().FindIndex(option => option.Equals(pick, StringComparison.OrdinalIgnoreCase));
            if (option < 0)
                return $"«{pick}» is not one of the options; write up to three of {string.Join(", ", options)}, joined by |.";
            if (slots[option] == Answer.Picked)
                return $"«{pick}» is picked twice.";
            slots[option] = Answer.Picked;
        }

        return null;
    }
}
