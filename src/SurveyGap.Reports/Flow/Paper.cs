namespace SurveyGap.Reports.Flow;

/// <summary>The sheet, in points: A4 portrait.</summary>
public static class Paper
{
    /// <summary>210 mm.</summary>
    public const double Width = 595.28;

    /// <summary>297 mm.</summary>
    public const double Height = 841.89;

    /// <summary>At the left and right.</summary>
    public const double Margin = 54;

    /// <summary>Where the first line may begin.</summary>
    public const double Top = 68;

    /// <summary>Where the last line must end.</summary>
    public const double Bottom = Height - 56;

    /// <summary>Between the margins.</summary>
    public const double TextWidth = Width - (2 * Margin);
}
