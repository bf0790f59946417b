using SurveyGap.Reports.Pdf.TrueType;

namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>A page's operators. Knows the graphics state, so that nothing is said twice.</summary>
internal sealed class ContentStream(PdfResources resources)
{
    private readonly Stack<GraphicsState> saved = [];
    private GraphicsState state = new();

    public PdfBuffer Operators { get; } = new(8192);

    public int Depth => saved.Count;

    public void Save()
    {
        saved.Push(state);
        Operators.Write("q\n");
    }

    public void Restore()
    {
        state = saved.Pop();
        Operators.Write("Q\n");
    }

    public void FillWith(PdfColor color)
    {
        if (!SameInk(color, state.Fill)) Operators.Write($"{color} rg\n");
        if (Percent(color) != Percent(state.Fill)) Operators.Write($"/{resources.FillOpacity(Percent(color))} gs\n");
        state.Fill = color;
    }

    /// <summary>Pictures and gradients obey the opacity of the last fill: it is not theirs.</summary>
    public void FillOpaque() => FillWith(state.Fill with { Opacity = 1 });

    public void StrokeWith(PdfStroke stroke)
    {
        var current = state.Stroke;
        if (ReferenceEquals(stroke, current)) return;
        if (!SameInk(stroke.Color, current.Color)) Operators.Write($"{stroke.Color} RG\n");
        if (Percent(stroke.Color) != Percent(current.Color)) Operators.Write($"/{resources.StrokeOpacity(Percent(stroke.Color))} gs\n");
        // Written only where it differs, so the comparison is exact on purpose.
        if (!stroke.Width.Equals(current.Width)) Operators.Write($"{stroke.Width} w\n");
        if (stroke.Cap != current.Cap) Operators.Write($"{(int)stroke.Cap} J\n");
        if (stroke.Join != current.Join) Operators.Write($"{(int)stroke.Join} j\n");
        if (!ReferenceEquals(stroke.Dash, current.Dash)) WriteDash(stroke.Dash);
        state.Stroke = stroke;
    }

    /// <summary>Text in the top-left space: the matrix turns the glyphs, which the page's flip has turned over, upright.</summary>
    public void Text(TrueTypeFont font, double size, double letterSpacing, double x, double baseline, ReadOnlySpan<char> text)
    {
        var embedded = resources.Font(font);
        if (!ReferenceEquals(font, state.Font) || !size.Equals(state.FontSize)) Operators.Write($"/{embedded.Name} {size} Tf\n");
        if (!letterSpacing.Equals(state.LetterSpacing)) Operators.Write($"{letterSpacing} Tc\n");
        (state.Font, state.FontSize, state.LetterSpacing) = (font, size, letterSpacing);

        Operators.Write($"BT 1 0 0 -1 {x} {baseline} Tm [<");
        foreach (var glyph in font.Shape(text))
        {
            Operators.WriteHex(embedded.Code(glyph));
            if (glyph.Kerning != 0) Operators.Write($">{-1000.0 * glyph.Kerning / font.UnitsPerEm}<");
        }
        Operators.Write(">] TJ ET\n");
    }

    private void WriteDash(double[]? dash)
    {
        Operators.Write("["u8);
        foreach (var length in dash ?? []) Operators.Write($"{length} ");
        Operators.Write("] 0 d\n"u8);
    }

    private static bool SameInk(PdfColor a, PdfColor b) => (a.Red, a.Green, a.Blue) == (b.Red, b.Green, b.Blue);

    private static int Percent(PdfColor color) => (int)Math.Round(Math.Clamp(color.Opacity, 0, 1) * 100);

    /// <summary>As far as it is set; its defaults are those of a new page.</summary>
    private struct GraphicsState()
    {
        public PdfColor Fill = PdfColor.Black;
        public PdfStroke Stroke = new(PdfColor.Black, 1);
        public TrueTypeFont? Font;
        public double FontSize;
        public double LetterSpacing;
    }
}
