using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Studies;

public sealed class QuestionnaireFileTests
{
    private const string Small = """
        {
          "key": "small", "name": { "de": "Klein", "en": "Small" }, "languages": ["de", "en"], "overall": "quality",
          "dimensions": [
            { "key": "all", "name": { "de": "Alles", "en": "All" }, "comment": { "customer": { "de": "Warum?", "en": "Why?" } } }
          ],
          "questions": [
            { "key": "quality", "dimension": "all", "scale": "quality5", "label": { "de": "Güte", "en": "Quality" },
              "text": { "executive": { "de": "Wie gut sind wir?", "en": "How good are we?" }, "customer": { "de": "Wie gut?", "en": "How good?" } } },
            { "key": "estimate", "scale": "percent", "label": { "de": "Schätzung", "en": "Estimate" },
              "text": { "executive": { "de": "Wie viele?", "en": "How many?" } } }
          ]
        }
        """;

    [Fact]
    public void A_questionnaire_is_read_as_it_is_written()
    {
        var questionnaire = QuestionnaireFile.Read(Small).Questionnaire!;

        Assert.Equal("Why?", questionnaire.Dimensions[0].Comment![Audience.Customer]["en"]);
        Assert.Equal("Wie gut sind wir?", questionnaire.Questions[0].Text[Audience.Executive]["de"]);
        Assert.DoesNotContain(Audience.Employee, questionnaire.Questions[0].Text.Keys);
        Assert.Equal(Scale.Percent, questionnaire.Questions[1].Scale);
        Assert.Equal("quality", questionnaire.Overall);
    }

    [Fact]
    public void What_a_wave_freezes_comes_back_unchanged()
    {
        var mirror = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);
        var frozen = QuestionnaireFile.Write(mirror);

        Assert.Equal(frozen, QuestionnaireFile.Write(QuestionnaireFile.Read(frozen).Questionnaire!));
        Assert.Equal(SlotMap.Of(mirror).Count, SlotMap.Of(QuestionnaireFile.Read(frozen).Questionnaire!).Count);
    }

    [Theory]
    [InlineData(", \"en\": \"How good are we?\"", "", "questions[0].text.executive.en: missing.")]
    [InlineData("\"How good are we?\"", "\"\"", "questions[0].text.executive.en: should be a text in quotes, and not empty.")]
    [InlineData("\"en\": \"How good?\"", "\"fr\": \"?\"", "questions[0].text.customer.en: missing.", "questions[0].text.customer.fr: unknown; known here: de, en.")]
    [InlineData("\"quality5\"", "\"stars\"", "questions[0].scale: unknown scale “stars”; known: quality5, recommend11, percent, pick3.")]
    [InlineData("\"dimension\": \"all\"", "\"dimension\": \"none\"", "questions[0].dimension: there is no dimension “none”.")]
    [InlineData("\"dimension\": \"all\",", "", "questions[0].dimension: missing; a rating belongs to a dimension.")]
    [InlineData("\"estimate\"", "\"quality\"", "questions[1].key: “quality” is already taken by questions[0].key.")]
    [InlineData("\"estimate\"", "\"audience\"", "questions[1].key: “audience” cannot be a key; use small letters, digits, - and _, beginning with a letter (not: audience, language, wave, page, to, binding).")]
    [InlineData("\"estimate\"", "\"wave\"", "questions[1].key: “wave” cannot be a key;")]
    [InlineData("\"estimate\"", "\"page\"", "questions[1].key: “page” cannot be a key;")]
    [InlineData("\"estimate\"", "\"to\"", "questions[1].key: “to” cannot be a key;")]
    [InlineData("\"estimate\"", "\"binding\"", "questions[1].key: “binding” cannot be a key;")]
    [InlineData("\"overall\": \"quality\"", "\"overall\": \"estimate\"", "overall: there is no rating “estimate”.")]
    [InlineData("\"label\"", "\"lable\"", "questions[0].lable: unknown; known here: key, dimension, scale, options, label, text.", "questions[0].label: missing.")]
    [InlineData("\"scale\": \"percent\"", "\"scale\": \"pick3\"", "questions[1].options: a pick3 needs more than three dimensions to choose from.")]
    [InlineData("[\"de\", \"en\"]", "[]", "languages: name at least one, such as [\"de\"]; the texts are checked then.")]
    [InlineData("{ \"key\": \"all\"", "{ \"key\": 7", "dimensions[0].key: should be a text in quotes, and not empty.")]
    public void A_fault_is_told_with_its_path(string good, string bad, params string[] faults)
    {
        Assert.Contains(good, Small, StringComparison.Ordinal);
        var first = Small.IndexOf(good, StringComparison.Ordinal);

        var reading = QuestionnaireFile.Read(Small[..first] + bad + Small[(first + good.Length)..]);

        Assert.Null(reading.Questionnaire);
        Assert.All(faults, fault => Assert.Contains(reading.Faults, told => told.ToString().StartsWith(fault, StringComparison.Ordinal)));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var faults = QuestionnaireFile.Read(Small.Replace("\"en\": \"Small\"", "\"en\": \" \"").Replace("\"Wie viele?\"", "3")).Faults.Select(fault => fault.ToString());

        Assert.Equal(["name.en: should be a text in quotes, and not empty.", "questions[1].text.executive.de: should be a text in quotes, and not empty."], faults);
    }

    [Theory]
    [InlineData("{ \"key\": \"small\",\n  \"name\" }", "line 2, column 10: this is not valid JSON; look for a missing comma, quote or bracket just before.")]
    [InlineData("", "line 1, column 1: this is not valid JSON; look for a missing comma, quote or bracket just before.")]
    [InlineData("[]", "should be an object { … }.")]
    public void What_is_no_questionnaire_at_all_is_told_in_our_words(string json, string fault) =>
        Assert.Equal([fault], QuestionnaireFile.Read(json).Faults.Select(told => told.ToString()));
}
