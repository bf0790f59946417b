using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Flow;

/// <summary>What no page break divides: a line of text, a row of a table, a figure.</summary>
/// <param name="Height">In points.</param>
/// <param name="Paint">Paints it with its top edge at a height of a page.</param>
internal sealed record Strip(double Height, Action<PdfPage, double> Paint)
{
    /// <summary>White space above; dropped at the top of a page.</summary>
    public double Above { get; init; }

    /// <summary>Whether the next strip has to stand on the same page.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>What is painted again above it if it begins a page: a table's head.</summary>
    public Strip? Repeated { get; init; }
}
