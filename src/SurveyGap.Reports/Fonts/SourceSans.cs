using SurveyGap.Reports.Pdf.TrueType;

namespace SurveyGap.Reports.Fonts;

/// <summary>Source Sans 3 (SIL Open Font License 1.1, OFL.txt), the one typeface of page and paper. Each cut is parsed once a process.</summary>
public static class SourceSans
{
    private static readonly Lazy<TrueTypeFont>
        regular = Cut("400Regular"),
        italic = Cut("400Regular_Italic"),
        semibold = Cut("600SemiBold"),
        bold = Cut("700Bold");

    /// <summary>Weight 400, upright.</summary>
    public static TrueTypeFont Regular => regular.Value;

    /// <summary>Weight 400, italic.</summary>
    public static TrueTypeFont Italic => italic.Value;

    /// <summary>Weight 600, upright.</summary>
    public static TrueTypeFont Semibold => semibold.Value;

    /// <summary>Weight 700, upright.</summary>
    public static TrueTypeFont Bold => bold.Value;

    private static Lazy<TrueTypeFont> Cut(string name) => new(() =>
    {
        using var file = typeof(SourceSans).Assembly.GetManifestResourceStream($"SurveyGap.Reports.Fonts.SourceSans3_{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not embedded in the assembly.");
        return TrueTypeFont.Parse(file);
    });
}
