using SurveyGap.Reports.Drawings;

namespace SurveyGap.Reports.Tests.Drawings;

public sealed class LineBreakerTests
{
    private const string SoftHyphen = "\u00AD";
    private static readonly TextStyle Style = Typography.Body;

    [Theory]
    [InlineData("Wie bewerten Sie die Verständlichkeit unserer Auskünfte, egal wer sie gibt?")]
    [InlineData("Haftpflichtversicherungsbestätigungsschreiben und Rückvergütungsvereinbarungen")]
    [InlineData("https://beispiel.example/ein/sehr/langer/pfad?mit=werten&und=mehr-werten-die-nicht-enden")]
    [InlineData("Donau­dampf­schiff­fahrts­gesellschaft, Preis-Leistungs-Verhältnis")]
    public void No_line_is_wider_than_its_column_and_no_letter_is_lost(string text)
    {
        foreach (var width in new[] { 40.0, 75, 120, 300 })
        {
            var lines = LineBreaker.Break(text, Style, width);

            Assert.All(lines, line => Assert.True(Style.Measure(line.TrimEnd(' ')) <= width + 0.01, $"«{line}» is wider than {width}."));
            Assert.Equal(text.Replace(SoftHyphen, "", StringComparison.Ordinal), string.Concat(lines).Replace(SoftHyphen, "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_word_breaks_at_its_soft_hyphen_before_anywhere_else() =>
        Assert.Equal(["Dienst" + SoftHyphen, "leistung"], LineBreaker.Break($"Dienst{SoftHyphen}leistung", Style, Style.Measure("leistung") + 3));

    [Theory]
    [InlineData("Vollerhebung t-Test", "Vollerhebung ", "t-Test")]
    [InlineData("Vollerhebung (t-Verteilung)", "Vollerhebung ", "(t-Verteilung)")]
    public void No_letter_is_left_alone_in_front_of_its_hyphen(string text, params string[] lines) =>
        Assert.Equal(lines, LineBreaker.Break(text, Style, Style.Measure("Vollerhebung (t-")));

    [Fact]
    public void An_address_never_gets_a_hyphen() =>
        Assert.DoesNotContain(LineBreaker.Break("https://beispielbeispielbeispiel.example/beispiel", Style, 60), line => line.EndsWith('-') || line.EndsWith(SoftHyphen, StringComparison.Ordinal));

    [Fact]
    public void A_title_has_lines_of_about_the_same_width()
    {
        var lines = LineBreaker.Balance("Die Führung überschätzt, wie leicht die Kundschaft Hilfe bekommt und wie lange sie wartet", Typography.Title, 487);

        Assert.Equal(2, lines.Count);
        Assert.InRange(Typography.Title.Measure(lines[1]) / Typography.Title.Measure(lines[0]), 0.75, 1.25);
    }

    [Fact]
    public void What_is_left_out_is_shown()
    {
        var lines = LineBreaker.Break("Ein Text, der über zwei Zeilen hinaus noch weitergeht und weiter", Style, 90, most: 2);

        Assert.Equal(2, lines.Count);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
    }
}
