using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Questionnaires;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Questionnaires;

/// <summary>A trend compares keys: they must not lie.</summary>
public sealed class KeysTests
{
    private static readonly Questionnaire Mirror = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);
    private static readonly AskedQuestions Asked = new([("Herbst", Mirror)]);
    private static readonly AskedQuestions Nothing = new([]);

    [Fact]
    public void What_no_wave_has_asked_keeps_its_key() =>
        Assert.Equal(Mirror.Questions.Select(question => question.Key), Reworded("honesty").Renewed(Mirror, Nothing).Questions.Select(question => question.Key));

    [Fact]
    public void What_a_wave_has_asked_gets_a_new_key_in_other_words()
    {
        var renewed = Reworded("honesty").Renewed(Mirror, Asked);

        Assert.Null(renewed.Find("honesty"));
        Assert.Equal("Neu formuliert?", renewed.Find("honesty-2")!.Text[Audience.Customer]["de"]);
        Assert.Equal("Herbst", Asked.LastWave("honesty"));
        Assert.Null(Asked.LastWave("honesty-2"));
    }

    [Fact]
    public void The_overall_question_stays_the_overall_question() =>
        Assert.Equal("overall_quality-2", Reworded("overall_quality").Renewed(Mirror, Asked).Overall);

    [Fact]
    public void A_second_change_before_the_next_wave_renews_nothing_more()
    {
        var once = Reworded("honesty").Renewed(Mirror, Asked);
        var twice = once.Replacing("honesty-2", In(once.Find("honesty-2")!, "Noch einmal anders?"));

        Assert.NotNull(twice.Renewed(once, Asked).Find("honesty-2"));
    }

    [Fact]
    public void What_was_changed_as_language_only_keeps_its_key_at_the_next_save()
    {
        var cosmetic = Reworded("honesty");
        var other = cosmetic.Replacing("reachability", cosmetic.Find("reachability")! with { Label = Mirror.Find("honesty")!.Label });

        Assert.NotNull(other.Renewed(cosmetic, Asked).Find("honesty"));
    }

    [Fact]
    public void After_a_second_wave_the_number_goes_on()
    {
        var once = Reworded("honesty").Renewed(Mirror, Asked);
        var asked = new AskedQuestions([("Herbst", Mirror), ("Frühling", once)]);
        var twice = once.Replacing("honesty-2", In(once.Find("honesty-2")!, "Noch einmal anders?")).Renewed(once, asked);

        Assert.NotNull(twice.Find("honesty-3"));
    }

    [Fact]
    public void A_label_a_group_or_a_language_more_is_no_other_question()
    {
        var honesty = Mirror.Find("honesty")!;
        var fewer = honesty with { Text = honesty.Text.Where(asked => asked.Key != Audience.Employee).ToDictionary(asked => asked.Key, asked => asked.Value) };
        var renamed = honesty with { Label = new Dictionary<string, string> { ["de"] = "Offenheit" } };

        Assert.All([fewer, renamed], question => Assert.NotNull(Mirror.Replacing("honesty", question).Renewed(Mirror, Asked).Find("honesty")));
    }

    [Theory]
    [InlineData("Reaktion auf E-Mails", "reaktion-auf-e-mails")]
    [InlineData("Überprüfung", "uberprufung")]
    [InlineData("3 Fragen", "fragen")]
    [InlineData("日本", "question")]
    [InlineData("", "question")]
    [InlineData("\uffff👍 Gut", "gut")]
    [InlineData("Audience", "audience-2")]
    [InlineData("Honesty", "honesty-2")]
    [InlineData("Trust", "trust-2")]
    public void A_new_question_gets_a_key_that_is_free_and_readable(string label, string key)
    {
        Assert.Equal(key, Keys.For(label, "question", Mirror, Nothing));
        Assert.Empty(QuestionnaireRules.Faults(Mirror.Adding(Mirror.Find("reachability")! with { Key = Keys.For(label, "question", Mirror, Nothing) })));
    }

    [Fact]
    public void A_key_that_a_wave_has_used_is_never_given_to_another_question() =>
        Assert.Equal("honesty-2", Keys.For("Honesty", "question", Mirror.Without(Mirror.Find("honesty")!), Asked));

    private static Questionnaire Reworded(string key) => Mirror.Replacing(key, In(Mirror.Find(key)!, "Neu formuliert?"));

    private static Question In(Question question, string words) => question with
    {
        Text = question.Text.ToDictionary(asked => asked.Key, asked => (IReadOnlyDictionary<string, string>)asked.Value.ToDictionary(text => text.Key, text => text.Key == "de" ? words : text.Value)),
    };
}
