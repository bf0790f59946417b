using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Studies;

public sealed class ParityCheckTests
{
    private static readonly Questionnaire Mirror = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);

    public static TheoryData<string> Templates => new(QuestionnaireTemplates.Names);

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_that_ships_may_open_as_it_is(string name) =>
        Assert.DoesNotContain(ParityCheck.Of(QuestionnaireTemplates.Load(name)), finding => finding.Kind is not ParityKind.NotAsked);

    [Fact]
    public void A_wording_that_is_missing_is_told_with_question_group_and_language_and_blocks()
    {
        var finding = Assert.Single(Of(Reworded("reachability", Audience.Employee, "en", null)));

        Assert.Equal(new ParityPlace("reachability", null, Audience.Employee, "en"), finding.Place);
        Assert.True(finding.IsBlocking);
    }

    [Fact]
    public void Every_other_text_that_is_missing_blocks_too()
    {
        var bare = Mirror with
        {
            Name = new Dictionary<string, string>(),
            Dimensions = [Mirror.Dimensions[0] with { Name = new Dictionary<string, string>(), Comment = Only(Audience.Customer, new Dictionary<string, string>()) }, .. Mirror.Dimensions.Skip(1)],
            Questions = [Mirror.Questions[0] with { Label = new Dictionary<string, string>() }, .. Mirror.Questions.Skip(1)],
        };

        var places = Of(bare).Where(finding => finding.IsBlocking).Select(finding => finding.Place).ToList();

        Assert.Equal(4 * 4, places.Count);
        Assert.Contains(new ParityPlace(null, null, null, "it"), places);
        Assert.Contains(new ParityPlace(null, "overall", null, "fr"), places);
        Assert.Contains(new ParityPlace(null, "overall", Audience.Customer, "en"), places);
        Assert.Contains(new ParityPlace("overall_quality", null, null, "de"), places);
    }

    [Fact]
    public void What_has_no_blocking_finding_is_what_a_wave_can_read()
    {
        var gap = Reworded("reachability", Audience.Employee, "en", null);

        Assert.NotNull(QuestionnaireFile.Read(QuestionnaireFile.Write(Mirror)).Questionnaire);
        Assert.Null(QuestionnaireFile.Read(QuestionnaireFile.Write(gap)).Questionnaire);
        Assert.NotNull(QuestionnaireFile.ReadDraft(QuestionnaireFile.Write(gap)).Questionnaire);
    }

    [Theory]
    [InlineData("de", "Wie schlecht ist unsere Erreichbarkeit?", "Wie schlecht")]
    [InlineData("de", "Wir sind nie erreichbar.", "nie")]
    [InlineData("en", "We don't answer the phone.", "don't")]
    [InlineData("en", "How slow are we?", "How slow")]
    [InlineData("fr", "Nous ne sommes pas joignables.", "pas")]
    [InlineData("it", "Non siamo raggiungibili.", "Non")]
    public void A_negative_rating_is_told_as_a_reversed_scale(string language, string words, string word)
    {
        var finding = Assert.Single(Of(Reworded("reachability", Audience.Executive, language, words)));

        Assert.Equal((ParityKind.Reversed, word, false), (finding.Kind, finding.Detail, finding.IsBlocking));
    }

    [Theory]
    [InlineData("de", "Wie bewerten Sie unseren Umgang mit Fehlern?")]
    [InlineData("de", "Als Person und nicht als Nummer?")]
    [InlineData("en", "How would you rate the way we bring bad news?")]
    [InlineData("es", "No, nunca.")]
    public void A_good_question_may_be_about_something_bad(string language, string words) =>
        Assert.Null(NegativeWords.In(words, language));

    [Fact]
    public void The_same_words_twice_are_told_at_the_second_whatever_their_capitals_spaces_and_soft_hyphens()
    {
        var honesty = Mirror.Questions.Single(question => question.Key == "honesty").Text[Audience.Customer]["de"];
        var finding = Assert.Single(Of(Reworded("reachability", Audience.Customer, "de", $" {honesty.ToUpperInvariant().Replace(" ", "  \u00ad", StringComparison.Ordinal)}")));

        Assert.Equal((ParityKind.Duplicate, "honesty", "reachability"), (finding.Kind, finding.Place.Question, finding.Detail));
    }

    [Fact]
    public void Executives_and_customers_may_read_the_same_words() =>
        Assert.Empty(Of(Reworded("reachability", Audience.Customer, "de", Mirror.Questions.Single(question => question.Key == "reachability").Text[Audience.Executive]["de"])));

    [Fact]
    public void A_rating_that_a_group_is_not_asked_is_told_and_does_not_block()
    {
        var insiders = Mirror with
        {
            Questions = [.. Mirror.Questions.Select(question => question.Key == "honesty" ? question with { Text = Only(Audience.Executive, question.Text[Audience.Executive]) } : question)],
        };

        var findings = ParityCheck.Of(insiders).Where(finding => finding.Place.Question == "honesty").ToList();

        Assert.Equal([Audience.Employee, Audience.Customer], findings.Select(finding => finding.Place.Audience));
        Assert.All(findings, finding => Assert.Equal((ParityKind.NotAsked, false), (finding.Kind, finding.IsBlocking)));
    }

    private static IReadOnlyList<ParityFinding> Of(Questionnaire questionnaire) => [.. ParityCheck.Of(questionnaire).Where(finding => finding.Kind is not ParityKind.NotAsked)];

    private static Dictionary<Audience, IReadOnlyDictionary<string, string>> Only(Audience audience, IReadOnlyDictionary<string, string> words) => new() { [audience] = words };

    private static Questionnaire Reworded(string key, Audience audience, string language, string? words) => Mirror with
    {
        Questions = [.. Mirror.Questions.Select(question => question.Key != key ? question : question with
        {
            Text = question.Text.ToDictionary(asked => asked.Key, asked => asked.Key != audience ? asked.Value : asked.Value
                .Where(text => text.Key != language || words is not null)
                .ToDictionary(text => text.Key, text => text.Key == language ? words! : text.Value)),
        })],
    };
}
