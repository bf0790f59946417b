using System.Text;
using SurveyGap.Reports.Fonts;
using SurveyGap.Reports.Pdf.TrueType;

namespace SurveyGap.Reports.Tests.Pdf.TrueType;

public sealed class TrueTypeFontTests
{
    private static readonly TrueTypeFont Regular = SourceSans.Regular;

    [Fact]
    public void All_four_cuts_tell_their_names_and_metrics()
    {
        Assert.Equal("SourceSans3-Regular", Regular.PostScriptName);
        Assert.Equal("SourceSans3-Italic", SourceSans.Italic.PostScriptName);
        Assert.Equal("SourceSans3-SemiBold", SourceSans.Semibold.PostScriptName);
        Assert.Equal("SourceSans3-Bold", SourceSans.Bold.PostScriptName);
        Assert.Equal((1.024, 0.4, 0.66, 0.486), (Regular.Ascent, Regular.Descent, Regular.CapHeight, Regular.XHeight));
    }

    [Theory]
    [InlineData("ÄÖÜäöüß«»–−▲▼●◆■⁻³“”‘’…·×≥≤→\u00A0\u202F")]
    [InlineData("éèêëçàâîïôûùœŒÉñ")]
    public void Every_cut_has_what_the_report_writes(string characters)
    {
        TrueTypeFont[] cuts = [Regular, SourceSans.Italic, SourceSans.Semibold, SourceSans.Bold];
        foreach (var rune in characters.EnumerateRunes())
            Assert.All(cuts, cut => Assert.True(cut.Covers(rune), $"{cut.PostScriptName} lacks U+{rune.Value:X4}"));
    }

    [Fact]
    public void Kerning_draws_a_pair_together()
    {
        var apart = Regular.Measure("A", 1000) + Regular.Measure("V", 1000);
        Assert.True(Regular.Measure("AV", 1000) < apart);
    }

    [Fact]
    public void Digits_are_tabular() =>
        Assert.All("0123456789", digit => Assert.Equal(Regular.Measure("0", 10), Regular.Measure([digit], 10)));

    [Fact]
    public void Letter_spacing_stands_between_glyphs_only() =>
        Assert.Equal(Regular.Measure("HHH", 10) + 2 * 1.5, Regular.Measure("HHH", 10, 1.5), 9);

    [Fact]
    public void A_character_that_the_font_lacks_is_replaced_visibly_and_keeps_its_text()
    {
        var glyph = Assert.Single(Glyphs("漢"));
        Assert.Equal("漢", glyph.Character.ToString());
        Assert.Equal(Glyphs("?")[0].Glyph, glyph.Glyph);
    }

    [Fact]
    public void Joiners_and_selectors_draw_nothing() =>
        Assert.Equal("ab", Text("a\u200B\u200D\uFE0F\uFEFFb"));

    [Fact]
    public void A_control_character_is_replaced_visibly() =>
        Assert.All(Glyphs("\0\u0007\u001B\u009F"), glyph => Assert.Equal(Glyphs("?")[0].Glyph, glyph.Glyph));

    [Fact]
    public void A_soft_hyphen_is_drawn_at_the_end_of_a_line_only()
    {
        Assert.Equal("Kunden", Text("Kun\u00ADden"));
        Assert.Equal(Regular.Measure("Kun-", 10), Regular.Measure("Kun\u00AD", 10));
        Assert.Equal("Kun\u00AD", Text("Kun\u00AD"));
    }

    [Fact]
    public void A_letter_and_its_mark_are_composed() => Assert.Equal("ä", Text("a\u0308"));

    [Fact]
    public void A_letter_whose_mark_is_missing_is_drawn_without_it()
    {
        Assert.False(Regular.Covers(new Rune('Ṩ')));
        Assert.Equal(Glyphs("S")[0].Glyph, Assert.Single(Glyphs("Ṩ")).Glyph);
        Assert.Equal("Ṩ", Text("Ṩ"));
    }

    [Fact]
    public void A_lone_surrogate_beside_a_letter_to_compose_does_no_harm() => Assert.Equal("ä\uFFFD", Text("a\u0308\uD800"));

    [Fact]
    public void A_lone_surrogate_is_shown_as_a_replacement() => Assert.Equal("\uFFFD", Text("\uD800"));

    private static string Text(string text) => string.Concat(Glyphs(text).Select(glyph => glyph.Character.ToString()));

    private static List<ShapedGlyph> Glyphs(string text)
    {
        var glyphs = new List<ShapedGlyph>();
        foreach (var glyph in Regular.Shape(text)) glyphs.Add(glyph);
        return glyphs;
    }
}
