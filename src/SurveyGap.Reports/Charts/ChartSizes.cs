using SurveyGap.Reports.Drawings;

namespace SurveyGap.Reports.Charts;

/// <summary>
/// The measures of a chart on one surface. The paper and three widths of screen are drawn anew, never scaled, so that letters
/// stay as large as they must be.
/// </summary>
public sealed record ChartSizes
{
    /// <summary>The whole width in units.</summary>
    public required double Width { get; init; }

    /// <summary>Whether names stand above the marks instead of beside them.</summary>
    public bool Stacked { get; init; }

    /// <summary>The width for names at the left; the whole width less the gap's when stacked.</summary>
    public required double Names { get; init; }

    /// <summary>The scale's left end, 1.</summary>
    public required double PlotLeft { get; init; }

    /// <summary>The scale's right end, 5.</summary>
    public required double PlotRight { get; init; }

    /// <summary>Height of a row with one value line.</summary>
    public required double Row { get; init; }

    /// <summary>Width of a square marker; the others match it.</summary>
    public required double Marker { get; init; }

    /// <summary>White ring around markers.</summary>
    public required double Halo { get; init; }

    /// <summary>Thickness of the bar between markers.</summary>
    public required double Connector { get; init; }

    /// <summary>Names of rows.</summary>
    public required TextStyle Label { get; init; }

    /// <summary>Values at markers.</summary>
    public required TextStyle Value { get; init; }

    /// <summary>Words of the axis, intervals, notes.</summary>
    public required TextStyle Axis { get; init; }

    /// <summary>The gap.</summary>
    public required TextStyle Gap { get; init; }

    /// <summary>A4 between its margins, in points.</summary>
    public static ChartSizes Paper { get; } = new()
    {
        Width = 487.28,
        Names = 150,
        PlotLeft = 172,
        PlotRight = 396,
        Row = 34,
        Marker = 7.4,
        Halo = 1,
        Connector = 2.6,
        Label = Typography.ChartLabel,
        Value = Typography.ChartValue,
        Axis = Typography.ChartAxis,
        Gap = Typography.ChartGap,
    };

    /// <summary>The workspace on a large screen, in CSS pixels.</summary>
    public static ChartSizes Wide { get; } = new()
    {
        Width = 944,
        Names = 300,
        PlotLeft = 336,
        PlotRight = 756,
        Row = 50,
        Marker = 13,
        Halo = 1.5,
        Connector = 4,
        Label = new TextStyle(Face.Regular, 16, 20, Palette.Ink),
        Value = new TextStyle(Face.SemiBold, 13, 16, Palette.Ink),
        Axis = new TextStyle(Face.Regular, 12.5, 16, Palette.Soft),
        Gap = new TextStyle(Face.SemiBold, 18, 22, Palette.Soft),
    };

    /// <summary>A tablet, in CSS pixels.</summary>
    public static ChartSizes Medium { get; } = Wide with
    {
        Width = 600,
        Names = 168,
        PlotLeft = 192,
        PlotRight = 462,
        Label = new TextStyle(Face.Regular, 15, 19, Palette.Ink),
    };

    /// <summary>A phone, in CSS pixels: the name above, the scale over the whole width.</summary>
    public static ChartSizes Narrow { get; } = Wide with
    {
        Width = 288,
        Stacked = true,
        Names = 190,
        PlotLeft = 28,
        PlotRight = 258,
        Row = 84,
        Label = new TextStyle(Face.Regular, 15, 19, Palette.Ink),
    };

    /// <summary>How far markers that would cover each other move apart.</summary>
    public double Dodge => Marker * 0.39;
}
