using SurveyGap.Reports.Pdf.Images;
using SurveyGap.Reports.Pdf.TrueType;

namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>What pages use by name. One dictionary serves all pages; names are given in the order of first use.</summary>
internal sealed class PdfResources
{
    public Dictionary<TrueTypeFont, EmbeddedFont> Fonts { get; } = [];
    public Dictionary<PdfImage, string> Images { get; } = [];
    public List<PdfGradient> Gradients { get; } = [];
    public SortedSet<int> FillOpacities { get; } = [];
    public SortedSet<int> StrokeOpacities { get; } = [];

    public EmbeddedFont Font(TrueTypeFont font)
    {
        if (!Fonts.TryGetValue(font, out var embedded)) Fonts.Add(font, embedded = new EmbeddedFont(font, $"F{Fonts.Count + 1}"));
        return embedded;
    }

    public string Image(PdfImage image)
    {
        if (!Images.TryGetValue(image, out var name)) Images.Add(image, name = $"I{Images.Count + 1}");
        return name;
    }

    public string Gradient(PdfGradient gradient)
    {
        Gradients.Add(gradient);
        return $"G{Gradients.Count}";
    }

    public string FillOpacity(int percent)
    {
        FillOpacities.Add(percent);
        return $"f{percent}";
    }

    public string StrokeOpacity(int percent)
    {
        StrokeOpacities.Add(percent);
        return $"s{percent}";
    }
}
