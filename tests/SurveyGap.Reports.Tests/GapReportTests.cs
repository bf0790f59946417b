using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using SurveyGap.Gallery;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Tests.Pdf.Reading;

namespace SurveyGap.Reports.Tests;

/// <summary>Every case of the gallery, read back from its file.</summary>
public sealed partial class GapReportTests
{
    // Each report is made and read once; the tests only look at it.
    private static readonly ConcurrentDictionary<string, Lazy<TaggedPdf>> Reports = new();

    public static TheoryData<string> Names => [.. Cases.All.Select(found => found.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void All_content_is_in_the_structure_or_an_artefact(string name) => Accessibility.Check(Read(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_alternative_text_tells_a_figure(string name) =>
        Assert.All(Read(name).Root.All("Figure"), figure => Assert.Matches("[0-9]", figure.AlternativeText));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_in_a_sentence_stands_in_a_cell_of_a_table(string name)
    {
        var root = Read(name).Root;
        var cells = root.All().Where(node => node.Type is "TD" or "TH").SelectMany(cell => Numbers(cell.Text)).ToHashSet();
        var sentences = root.Children.Where(section => !IsComments(section))
            .SelectMany(section => section.All().Where(node => node.Type is "H1" or "H2" or "H3" or "P" or "LBody" || node.AlternativeText is not null));

        var strays = sentences.Select(sentence => sentence.AlternativeText ?? sentence.Text)
            .SelectMany(sentence => Numbers(sentence).Where(number => !cells.Contains(number)).Select(number => $"{number}: {sentence}"));
        Assert.Empty(strays);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_crosses_the_edge_of_its_page(string name) =>
        Assert.All(Read(name).Pages, page => Assert.All(page.Lines, line =>
        {
            Assert.InRange(line.X, 50, page.Width);
            Assert.InRange(line.Right, 0, page.Width - 50);
        }));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_covers_another(string name)
    {
        foreach (var page in Read(name).Pages)
        {
            var lines = page.Lines.Where(line => !string.IsNullOrWhiteSpace(line.Text)).ToList();
            for (var i = 0; i < lines.Count; i++)
            {
                for (var j = i + 1; j < lines.Count; j++)
                    Assert.False(Cover(lines[i], lines[j]), $"«{lines[i].Text}» and «{lines[j].Text}» cover each other.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_heading_stands_alone_at_the_foot_of_a_page(string name)
    {
        var report = Read(name);
        var owners = report.Root.All().SelectMany(node => node.Contents.Select(content => (content, node.Type))).ToDictionary(pair => pair.content, pair => pair.Type);
        for (var i = 1; i < report.Pages.Count; i++)
            Assert.DoesNotMatch("^(H[1-6]|TH)$", owners[(report.PageNumbers[i], report.Pages[i].ContentIds.Max())]);
    }

    [Theory]
    [InlineData("long-texts-de", "Kundenverständnis", "Die Zahlen dazu")]
    [InlineData("long-texts-en", "Understanding the customer", "The figures")]
    public void A_table_that_fits_is_not_dragged_to_the_next_page_by_what_follows(string name, string chapter, string part) =>
        Assert.Contains(Read(name).Pages, page => page.Lines.Any(line => line.Text == chapter) && page.Lines.Any(line => line.Text == part));

    [Fact]
    public void What_begins_a_page_stands_at_its_top_whether_the_break_is_wanted_or_not()
    {
        var pages = Read("26-fragen-de").Pages;

        // The first is broken because the page is full, the second because tables follow the method's text.
        Assert.Equal(HeightOf(pages, "Alle Lücken als Zahlen"), HeightOf(pages, "Die Schwellen dieser Auswertung"), 0.1);
    }

    [Fact]
    public void The_same_release_gives_the_same_bytes_in_another_culture()
    {
        var first = GapReport.ToArray(SampleReport.Of(new SampleStudy()));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");

            Assert.Equal(first, GapReport.ToArray(SampleReport.Of(new SampleStudy())));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_first_wave_without_figures_and_comments_has_no_such_chapters()
    {
        var text = Read("first-wave-de").Root.Text;

        Assert.DoesNotContain("Veränderung", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zahlen des Unternehmens", text, StringComparison.Ordinal);
        Assert.DoesNotContain("In eigenen Worten", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Demo", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_withheld_group_is_named_and_never_shown_as_nothing()
    {
        var text = Read("withheld-customers-de").Root.Text;

        Assert.Contains("Kundschaft: Es gibt zu wenige Antworten", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_customers_the_leadership_gap_leads_and_nobody_is_called_withheld()
    {
        var root = Read("no-customers-de").Root;

        Assert.Contains("als die Mitarbeitenden", root.All("H1").ElementAt(1).Text, StringComparison.Ordinal);
        Assert.Contains("Kundschaft: nicht befragt", root.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zu wenige", root.All("H1").Aggregate("", (all, title) => all + title.Text), StringComparison.Ordinal);
        Assert.DoesNotContain(root.All("TH"), head => head.Text.Contains("Kundsch", StringComparison.Ordinal) && head.Text.Length < 10);
    }

    [Theory]
    [InlineData("employees-only-de", "Die Mitarbeitenden urteilen am besten über")]
    [InlineData("executives-only-en", "Executives rate “")]
    [InlineData("no-executives-en", "Employees rate more kindly than customers")]
    public void A_report_opens_with_what_there_is(string name, string opening)
    {
        var root = Read(name).Root;

        Assert.StartsWith(opening, root.All("H1").ElementAt(1).Text, StringComparison.Ordinal);
        Assert.All(root.All().Where(node => node.Type is "H1" or "P"), node => Assert.DoesNotMatch(@"\b0 (von|of) ", node.Text));
    }

    [Theory]
    [InlineData("26-fragen-de", "In einzelnen Fragen gehen die Urteile aber auseinander. Die Führung schätzt «Erreichbarkeit, wenn man uns braucht» um 1,4 Stufen höher ein")]
    [InlineData("26-questions-en", "On single questions, however, they differ. Executives rate “Availability when needed” 1.4 points higher")]
    public void Gaps_that_cancel_out_in_a_dimension_are_told(string name, string but) =>
        Assert.Contains(but, Spaces().Replace(Read(name).Root.Text, " "), StringComparison.Ordinal);

    [Fact]
    public void A_page_that_continues_a_chapter_says_so() =>
        Assert.Contains(Read("26-fragen-de").Pages, page => page.Lines.Any(line => line.Text == "Der Spiegel (Fortsetzung)"));

    [Fact]
    public void A_bar_means_the_same_on_every_page()
    {
        var analysis = SampleReport.Of(new SampleStudy()).Analysis;
        var charts = new ResultCharts(analysis, "de");

        var zeros = analysis.Dimensions.Select(dimension => dimension.Dimension.Key).Select(dimension => charts.Likert(ChartSizes.Paper, dimension).Shapes
            .OfType<Line>().Single(line => line.X1.Equals(line.X2)).X1);

        Assert.Single(zeros.Distinct());
    }

    [Fact]
    public void Norms_have_a_chapter_with_a_line_a_dimension()
    {
        var root = Read("norms-de").Root;

        Assert.Contains(root.All("H1"), title => title.Text.Contains("als es anderswo üblich ist", StringComparison.Ordinal));
        Assert.DoesNotContain(Read("26-fragen-de").Root.All("H1"), title => title.Text.Contains("anderswo", StringComparison.Ordinal));
    }

    [Fact]
    public void Three_executives_are_compared_by_dimension_and_no_question_of_theirs_is_shown()
    {
        var report = Read("3-executives-de").Root;

        Assert.Contains(report.All("H1"), title => title.Text.Contains("Themen", StringComparison.Ordinal));
        Assert.DoesNotContain("Der Spiegel bleibt leer", report.Text, StringComparison.Ordinal);
        Assert.Contains("Für einzelne Fragen gibt es zu wenige Antworten der Führung", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_census_is_called_one()
    {
        Assert.Contains("(n = 9, alle)", PageText("26-fragen-de"), StringComparison.Ordinal);
        Assert.DoesNotContain(", all)", PageText("few-customers-en"), StringComparison.Ordinal);
        Assert.Contains("everybody in the group who was invited answered", PageText("26-questions-en"), StringComparison.Ordinal);
        Assert.DoesNotContain("A census is", PageText("few-customers-en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_demo_says_so_on_every_page() =>
        Assert.All(Read("26-fragen-de").Pages, page => Assert.Contains(page.Lines, line => line.Text.Contains("Demo", StringComparison.Ordinal)));

    [Fact]
    public void Pages_are_numbered_to_the_last()
    {
        var pages = Read("14-fragen-de").Pages;
        for (var i = 1; i < pages.Count; i++)
            Assert.Contains(pages[i].Lines, line => line.Text == $"Seite {i + 1} von {pages.Count}");
    }

    private static TaggedPdf Read(string name) => Reports.GetOrAdd(name, static wanted => new Lazy<TaggedPdf>(
        () => new TaggedPdf(GapReport.ToArray(Cases.All.Single(found => found.Name == wanted).Make())))).Value;

    private static double HeightOf(IEnumerable<PageContent> pages, string text) => pages.SelectMany(page => page.Lines).First(line => line.Text == text).Baseline;

    private static string PageText(string name) => string.Concat(Read(name).Pages.SelectMany(page => page.Lines).Select(line => line.Text));

    private static bool IsComments(StructureNode section) =>
        section.Text.StartsWith("In eigenen Worten", StringComparison.Ordinal) || section.Text.StartsWith("In their own words", StringComparison.Ordinal);

    private static IEnumerable<string> Numbers(string text) =>
        Number().Matches(text.Replace("\u202F", "", StringComparison.Ordinal)).Select(match => match.Value.TrimStart('+', '−'));

    private static bool Cover(TextLine one, TextLine other)
    {
        const double Touch = 0.6;
        var wide = Math.Min(one.Right, other.Right) - Math.Max(one.X, other.X);
        var high = Math.Min(one.Baseline + (one.Size * 0.12), other.Baseline + (other.Size * 0.12))
            - Math.Max(one.Baseline - (one.Size * 0.62), other.Baseline - (other.Size * 0.62));
        return wide > Touch && high > Touch;
    }

    [GeneratedRegex("[+−]?[0-9]+(?:[.,][0-9]+)*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    // Lines end where the page has it.
    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
