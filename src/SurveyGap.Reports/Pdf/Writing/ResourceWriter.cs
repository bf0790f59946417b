using SurveyGap.Reports.Pdf.Images;

namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>The one dictionary of fonts, pictures, gradients and opacities that all pages share.</summary>
internal static class ResourceWriter
{
    public static Reference Write(ObjectWriter file, PdfResources resources)
    {
        var entries = new PdfBuffer(1024);
        entries.Write("<</Font<<");
        foreach (var font in resources.Fonts.Values) entries.Write($"/{font.Name} {font.Write(file)}");
        entries.Write(">>/XObject<<");
        foreach (var (image, name) in resources.Images) entries.Write($"/{name} {WriteImage(file, image)}");
        entries.Write(">>/Shading<<");
        for (var i = 0; i < resources.Gradients.Count; i++) WriteGradient(entries, $"G{i + 1}", resources.Gradients[i]);
        entries.Write(">>/ExtGState<<");
        foreach (var percent in resources.FillOpacities) entries.Write($"/f{percent}<</ca {percent / 100.0}>>");
        foreach (var percent in resources.StrokeOpacities) entries.Write($"/s{percent}<</CA {percent / 100.0}>>");
        entries.Write(">>>>");

        var reference = file.Reserve();
        file.Object(reference).Write(entries.Written);
        return reference;
    }

    private static Reference WriteImage(ObjectWriter file, PdfImage image)
    {
        var size = $"/Type/XObject/Subtype/Image/Width {image.Width}/Height {image.Height}/BitsPerComponent 8";
        var mask = image.Alpha is { } alpha ? $"/SMask {file.Stream($"{size}/ColorSpace/DeviceGray", alpha).Number} 0 R" : "";
        var color = image.IsGray ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB";
        return image.IsJpeg
            ? file.Stream($"{size}{color}/Filter/DCTDecode", image.Samples, compress: false)
            : file.Stream($"{size}{color}{mask}", image.Samples);
    }

    /// <summary>An axial shading: one straight run from each colour to the next, stitched together.</summary>
    private static void WriteGradient(PdfBuffer entries, string name, PdfGradient gradient)
    {
        var runs = gradient.Colors.Count - 1;
        entries.Write($"/{name}<</ShadingType 2/ColorSpace/DeviceRGB/Coords[{gradient.X1} {gradient.Y1} {gradient.X2} {gradient.Y2}]");
        entries.Write("/Extend[true true]/Function<</FunctionType 3/Domain[0 1]/Bounds[");
        for (var i = 1; i < runs; i++) entries.Write($"{(double)i / runs} ");
        entries.Write("]/Encode[");
        for (var i = 0; i < runs; i++) entries.Write("0 1 ");
        entries.Write("]/Functions[");
        for (var i = 0; i < runs; i++)
            entries.Write($"<</FunctionType 2/Domain[0 1]/N 1/C0[{gradient.Colors[i]}]/C1[{gradient.Colors[i + 1]}]>>");
        entries.Write("]>>>>");
    }
}
