namespace SurveyGap.Analysis.Surveys;

/// <summary>What one byte of a response says. The numbers are stored: never change them.</summary>
public static class Answer
{
    /// <summary>The question was shown and left, or never asked.</summary>
    public const byte None = 0;

    /// <summary>«I cannot judge this.»</summary>
    public const byte CannotJudge = 255;

    /// <summary>An option of a pick-three that was not chosen, in an answered question.</summary>
    public const byte NotPicked = 1;

    /// <summary>A chosen option of a pick-three.</summary>
    public const byte Picked = 2;

    /// <summary>The byte for a rating 1 (terrible) to 5 (excellent).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rating is outside of 1 to 5.</exception>
    public static byte Rating(int rating) => Coded(rating, 1, 5, offset: 0);

    /// <summary>The byte for a likelihood of recommendation from 0 to 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The likelihood is outside of 0 to 10.</exception>
    public static byte Recommend(int likelihood) => Coded(likelihood, 0, 10, offset: 1);

    /// <summary>The byte for an estimate from 0 to 100 of 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The estimate is outside of 0 to 100.</exception>
    public static byte Percent(int estimate) => Coded(estimate, 0, 100, offset: 1);

    /// <summary>How many different values a slot of this scale can hold: ratings 5, recommendation 11, estimate 101, option 2.</summary>
    public static int Levels(Scale scale) => scale switch
    {
        Scale.Quality5 => 5,
        Scale.Recommend11 => 11,
        Scale.Percent => 101,
        Scale.Pick3 => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Unknown scale."),
    };

    /// <summary>Whether the byte may stand in a slot of this scale.</summary>
    public static bool IsValid(Scale scale, byte value) =>
        value is None or CannotJudge || value <= Levels(scale);

    private static byte Coded(int value, int low, int high, int offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, low);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, high);
        return (byte)(value + offset);
    }
}
