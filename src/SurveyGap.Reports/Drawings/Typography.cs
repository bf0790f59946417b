using SurveyGap.Reports.Fonts;
using SurveyGap.Reports.Pdf.TrueType;

namespace SurveyGap.Reports.Drawings;

/// <summary>The faces of Source Sans 3 that the report uses.</summary>
public enum Face
{
    /// <summary>400.</summary>
    Regular,

    /// <summary>400 italic.</summary>
    Italic,

    /// <summary>600.</summary>
    SemiBold,

    /// <summary>700.</summary>
    Bold,
}

/// <summary>How a text looks.</summary>
/// <param name="Face">The face.</param>
/// <param name="Size">In units: points on paper, CSS pixels on the screen.</param>
/// <param name="Leading">From baseline to baseline, in units.</param>
/// <param name="Colour">The letters' colour.</param>
public sealed record TextStyle(Face Face, double Size, double Leading, Colour Colour)
{
    /// <summary>The width of one line in units, kerning included; soft hyphens have none.</summary>
    public double Measure(string text) => Font.Measure(text, Size);

    /// <summary>The font that the face is cut from: one metric for SVG and PDF.</summary>
    public TrueTypeFont Font => Face switch
    {
        Face.Regular => SourceSans.Regular,
        Face.Italic => SourceSans.Italic,
        Face.SemiBold => SourceSans.Semibold,
        Face.Bold => SourceSans.Bold,
        _ => throw new InvalidOperationException($"Unknown face {Face}."),
    };

    /// <summary>The same in another colour.</summary>
    public TextStyle In(Colour colour) => this with { Colour = colour };

    /// <summary>The same in semibold.</summary>
    public TextStyle Strong => this with { Face = Face.SemiBold };
}

/// <summary>All text styles of the printed report; sizes in points.</summary>
public static class Typography
{
    /// <summary>The study's name on the cover.</summary>
    public static readonly TextStyle Cover = new(Face.SemiBold, 30, 36, Palette.White);

    /// <summary>Lines below it.</summary>
    public static readonly TextStyle CoverLine = new(Face.Regular, 13, 18, Palette.White);

    /// <summary>The chapter's name above a title.</summary>
    public static readonly TextStyle Kicker = new(Face.SemiBold, 8.8, 12, Palette.Accent);

    /// <summary>A page's title: a finding, not a label.</summary>
    public static readonly TextStyle Title = new(Face.SemiBold, 17, 20.5, Palette.Navy);

    /// <summary>The title of a part of a page.</summary>
    public static readonly TextStyle Heading = new(Face.SemiBold, 11.5, 15, Palette.Navy);

    /// <summary>The smallest heading.</summary>
    public static readonly TextStyle Minor = new(Face.SemiBold, 9.4, 13.2, Palette.Ink);

    /// <summary>The sentence below a title.</summary>
    public static readonly TextStyle Lead = new(Face.Regular, 10.6, 14.8, Palette.Ink);

    /// <summary>Running text.</summary>
    public static readonly TextStyle Body = new(Face.Regular, 9.4, 13.2, Palette.Ink);

    /// <summary>Notes below charts and tables.</summary>
    public static readonly TextStyle Note = new(Face.Regular, 7.6, 10.4, Palette.Muted);

    /// <summary>Cells.</summary>
    public static readonly TextStyle Table = new(Face.Regular, 8.6, 11.2, Palette.Ink);

    /// <summary>Heads of columns.</summary>
    public static readonly TextStyle TableHead = new(Face.SemiBold, 7.6, 9.8, Palette.Soft);

    /// <summary>A key figure.</summary>
    public static readonly TextStyle Figure = new(Face.SemiBold, 26, 30, Palette.Navy);

    /// <summary>Header and footer.</summary>
    public static readonly TextStyle Furniture = new(Face.Regular, 7.4, 10, Palette.Muted);

    /// <summary>Names of rows in a chart.</summary>
    public static readonly TextStyle ChartLabel = new(Face.Regular, 8.8, 11, Palette.Ink);

    /// <summary>Values at the marks of a chart.</summary>
    public static readonly TextStyle ChartValue = new(Face.SemiBold, 7.4, 9, Palette.Ink);

    /// <summary>Numbers and words of an axis.</summary>
    public static readonly TextStyle ChartAxis = new(Face.Regular, 7.2, 9, Palette.Muted);

    /// <summary>The gap at the end of a row.</summary>
    public static readonly TextStyle ChartGap = new(Face.SemiBold, 12.5, 15, Palette.Soft);
}
