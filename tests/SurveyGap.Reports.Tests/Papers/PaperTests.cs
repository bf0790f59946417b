using System.Runtime.CompilerServices;
using SurveyGap.Reports.Papers;
using SurveyGap.Reports.Pdf.Images;
using SurveyGap.Reports.Tests.Pdf;
using SurveyGap.Reports.Tests.Pdf.Reading;
using Path = System.IO.Path;

namespace SurveyGap.Reports.Tests.Papers;

/// <summary>The papers that ship, with every fact and with none of the conditions.</summary>
public sealed class PaperTests
{
    private static readonly string[] Languages = ["de", "en"];
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "templates", "papers"));

    public static TheoryData<string, string, bool> All =>
    [
        .. Directory.GetFiles(Folder, "*.de.md").Select(file => Path.GetFileName(file).Split('.')[0])
            .SelectMany(paper => Languages.SelectMany(language => new[] { (paper, language, true), (paper, language, false) })),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Is_accessible_and_no_program_has_a_word_to_say_against_it(string paper, string language, bool everything)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, Write(paper, language, everything));

            Accessibility.Check(new TaggedPdf(File.ReadAllBytes(file)));
            Assert.Contains("No syntax or stream encoding errors found", Tool.Run("qpdf", "--check", file), StringComparison.Ordinal);
            Assert.Matches("Tagged: +yes", Tool.Run("pdfinfo", file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Says_that_it_is_a_draft_and_leaves_no_sign_of_its_template(string paper, string language, bool everything)
    {
        var report = new TaggedPdf(Write(paper, language, everything));

        Assert.All(report.Pages, page => Assert.Contains(page.Lines, line => line.Text.StartsWith(language == "de" ? "Entwurf:" : "Draft:", StringComparison.Ordinal)));
        Assert.DoesNotMatch(@"[{}|]|\*\*|## |!\[", report.Root.Text);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_crosses_the_edge_of_its_page(string paper, string language, bool everything) =>
        Assert.All(new TaggedPdf(Write(paper, language, everything)).Pages, page => Assert.All(page.Lines, line => Assert.InRange(line.Right, 0, page.Width - 50)));

    [Theory]
    [MemberData(nameof(All))]
    public void Both_languages_tell_the_same_facts(string paper, string language, bool everything)
    {
        Assert.Equal(Text(paper, "de").Names.Order(StringComparer.Ordinal), Text(paper, language).Names.Order(StringComparer.Ordinal));
        Assert.Equal(
            new TaggedPdf(Write(paper, "de", everything)).Root.All().Select(node => node.Type),
            new TaggedPdf(Write(paper, language, everything)).Root.All().Select(node => node.Type));
    }

    [Fact]
    public void A_fact_that_is_missing_is_a_fault_and_never_printed() =>
        Assert.Throws<FormatException>(() => Paper(new PaperText("# Title\n\nUntil {never}."), "en", new PaperFacts(new Dictionary<string, string>(), new HashSet<string>())).ToArray());

    [Fact]
    public void What_stands_in_a_fact_is_never_read_as_a_sign()
    {
        var facts = new PaperFacts(new Dictionary<string, string> { ["name"] = "# a | **b** {c}" }, new HashSet<string>());

        var text = new TaggedPdf(Paper(new PaperText("# Title\n\n| Name | Value |\n| x | {name} |\n\n- {name}\n"), "en", facts).ToArray()).Root;

        Assert.Equal(4, text.All().Count(node => node.Type is "TH" or "TD"));
        Assert.Equal(2, text.Text.Split("# a | **b** {c}").Length - 1);
    }

    [Fact]
    public void Lines_of_a_kind_stand_once_for_each_thing_of_it_with_its_own_values()
    {
        var facts = new PaperFacts(new Dictionary<string, string> { ["name"] = "Ana", ["place"] = "Chur" }, new HashSet<string>())
        {
            Lists = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
            {
                ["person"] = [new Dictionary<string, string> { ["name"] = "Ben {place}" }, new Dictionary<string, string> { ["name"] = "Cleo" }],
            },
        };

        var text = new TaggedPdf(Paper(new PaperText("# Title\n\n{*person}## {name}\n{*person}- {name} of {place}\n{*nobody}- {never}\n\n{name}.\n"), "en", facts).ToArray()).Root;

        Assert.Equal(["Ben {place}", "Cleo"], text.All().Where(node => node.Type == "H2").Select(node => node.Text.Trim()));
        Assert.Contains("Cleo of Chur", text.Text, StringComparison.Ordinal);
        Assert.EndsWith("Ana.", text.Text.Trim(), StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, string> Nothing = [];

    private static byte[] Write(string paper, string language, bool everything)
    {
        var text = Text(paper, language);
        var facts = new PaperFacts(
            text.Names.ToDictionary(name => name, name => $"[{name}]"), everything ? text.Names.ToHashSet(StringComparer.Ordinal) : new HashSet<string>())
        {
            Lists = text.Kinds.ToDictionary(kind => kind, IReadOnlyList<IReadOnlyDictionary<string, string>> (_) => everything ? [Nothing, Nothing] : [], StringComparer.Ordinal),
        };
        return Paper(text, language, facts).ToArray();
    }

    private static PlainPaper Paper(PaperText text, string language, PaperFacts facts) => new()
    {
        Text = text,
        Facts = facts,
        Language = language,
        Client = "Alpenblick Versicherung",
        Day = new DateOnly(2026, 11, 22),
        Branding = Branding.None,
        Picture = name => PdfImage.Read(File.ReadAllBytes(Path.Combine(Folder, "pages", $"{name}.{language}.jpg"))),
    };

    private static PaperText Text(string paper, string language) => new(File.ReadAllText(Path.Combine(Folder, $"{paper}.{language}.md")));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
