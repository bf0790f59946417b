using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Reports.Drawings;

/// <summary>All colours of report and charts. Groups differ in lightness too, so that a print in grey keeps them apart.</summary>
public static class Palette
{
    /// <summary>Paper.</summary>
    public static readonly Colour White = Colour.Parse("#FFFFFF");

    /// <summary>Only to darken others with.</summary>
    public static readonly Colour Black = Colour.Parse("#000000");

    /// <summary>Text.</summary>
    public static readonly Colour Ink = Colour.Parse("#14232F");

    /// <summary>Secondary text.</summary>
    public static readonly Colour Soft = Colour.Parse("#4F5E6B");

    /// <summary>Axis words and notes; print sizes only.</summary>
    public static readonly Colour Muted = Colour.Parse("#6F7D89");

    /// <summary>Lines between rows.</summary>
    public static readonly Colour Hairline = Colour.Parse("#E1E6EA");

    /// <summary>Lines of a chart's scale.</summary>
    public static readonly Colour Grid = Colour.Parse("#E9EDF0");

    /// <summary>Quiet surfaces.</summary>
    public static readonly Colour Panel = Colour.Parse("#F4F6F8");

    /// <summary>Titles; the cover when the client has no colour.</summary>
    public static readonly Colour Navy = Colour.Parse("#0F2E4C");

    /// <summary>The line above a title, links.</summary>
    public static readonly Colour Accent = Colour.Parse("#1F6683");

    /// <summary>The bar between the markers of a dumbbell.</summary>
    public static readonly Colour Connector = Colour.Parse("#C4CDD4");

    /// <summary>The executives see it too kindly: text and strong surface.</summary>
    public static readonly Colour Overestimated = Colour.Parse("#6A2C80");

    /// <summary>The executives see it too kindly: light surface.</summary>
    public static readonly Colour OverestimatedLight = Colour.Parse("#C9B1D6");

    /// <summary>About equal.</summary>
    public static readonly Colour AboutEqual = Colour.Parse("#F2F2F2");

    /// <summary>The executives are too modest: light surface.</summary>
    public static readonly Colour UnderestimatedLight = Colour.Parse("#E3D08A");

    /// <summary>The executives are too modest: text and strong surface.</summary>
    public static readonly Colour Underestimated = Colour.Parse("#846400");

    /// <summary>Terrible to excellent.</summary>
    public static readonly IReadOnlyList<Colour> Ratings =
    [
        Colour.Parse("#8C2D04"), Colour.Parse("#E6975C"), Colour.Parse("#E5E5E5"),
        Colour.Parse("#7FB0DC"), Colour.Parse("#0B4F8A"),
    ];

    /// <summary>The marker of an audience.</summary>
    public static Colour Of(Audience audience) => audience switch
    {
        Audience.Executive => Colour.Parse("#14213D"),
        Audience.Employee => Colour.Parse("#8E939C"),
        Audience.Customer => Colour.Parse("#0B6E4F"),
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, "Unknown audience."),
    };

    /// <summary>Text about an audience: the employees' grey is too light for letters.</summary>
    public static Colour TextOf(Audience audience) => audience == Audience.Employee ? Soft : Of(audience);

    /// <summary>Ink or white, whichever reads better on the surface.</summary>
    public static Colour TextOn(Colour surface) => surface.ContrastTo(White) >= surface.ContrastTo(Ink) ? White : Ink;
}
