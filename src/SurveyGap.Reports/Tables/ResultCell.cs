using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Tables;

/// <summary>A cell: a number as it is shown, a text, or nothing where nothing is defined.</summary>
public sealed record ResultCell
{
    private ResultCell(string? text, double? number, ResultNumber kind, int decimals = 0) => (Text, Number, Kind, Decimals) = (text, number, kind, decimals);

    /// <summary>Nothing.</summary>
    public static ResultCell Empty { get; } = new(null, null, default);

    /// <summary>The text; null in a cell with a number, and in an empty one.</summary>
    public string? Text { get; }

    /// <summary>The number, rounded as the screen rounds it; null in a cell with a text, and in an empty one.</summary>
    public double? Number { get; }

    /// <summary>What the number is.</summary>
    public ResultNumber Kind { get; }

    /// <summary>How many decimals the number is shown with.</summary>
    public int Decimals { get; }

    /// <summary>A cell with a text. Soft hyphens are for pages: another program would look in vain for a name that has one.</summary>
    public static implicit operator ResultCell(string? text) =>
        text is null ? Empty : new(text.Replace("\u00ad", "", StringComparison.Ordinal), null, default);

    /// <summary>A number of people; empty if null.</summary>
    public static ResultCell Count(long? value) => Of(ResultNumber.Count, value, decimals: 0);

    /// <summary>People of 100; empty if null.</summary>
    public static ResultCell Of100(double? value) => Of(ResultNumber.Count, value, decimals: 0);

    /// <summary>A share (0 to 1) in percent; empty if null.</summary>
    public static ResultCell Percent(double? share) => Of(ResultNumber.Percent, share * 100, decimals: 0);

    /// <summary>A place on the scale, 1 to 5; empty if null.</summary>
    public static ResultCell Rating(double? value) => Of(ResultNumber.Rating, value, decimals: 1);

    /// <summary>A difference in scale points; empty if null.</summary>
    public static ResultCell Difference(double? value) => Of(ResultNumber.Difference, value, decimals: 1);

    /// <summary>A difference in percentage points, or in people of 100; empty if null.</summary>
    public static ResultCell Score(double? value) => Of(ResultNumber.Difference, value, decimals: 0);

    /// <summary>A figure of the company; empty if null.</summary>
    public static ResultCell Figure(double? value, int decimals) => Of(ResultNumber.Figure, value, decimals);

    /// <summary>The cell as the screen says it; empty if it is.</summary>
    public string As(Format format) => (Number, Kind) switch
    {
        (null, _) => Text ?? "",
        ({ } number, ResultNumber.Percent) => format.Percent(number / 100),
        ({ } number, ResultNumber.Difference) => format.WithSign(number, Decimals),
        ({ } number, _) => format.Number(number, Decimals),
    };

    private static ResultCell Of(ResultNumber kind, double? value, int decimals) =>
        value is { } number ? new ResultCell(null, Format.Round(number, decimals), kind, decimals) : Empty;
}

/// <summary>What a number is, and so how it is rounded and written.</summary>
public enum ResultNumber
{
    /// <summary>People.</summary>
    Count,

    /// <summary>0 to 100.</summary>
    Percent,

    /// <summary>1 to 5.</summary>
    Rating,

    /// <summary>Scale or percentage points, with a sign.</summary>
    Difference,

    /// <summary>What the company measures.</summary>
    Figure,
}
