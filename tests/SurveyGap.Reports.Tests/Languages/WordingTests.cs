using System.Text.RegularExpressions;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Tests.Languages;

public sealed class WordingTests
{
    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_placeholders()
    {
        var (german, english) = (Wording.Of("de"), Wording.Of("en"));

        Assert.Equal(german.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(german.Keys, key => Assert.Equal(Placeholders(german.Raw(key)), Placeholders(english.Raw(key))));
    }

    [Fact]
    public void German_is_written_as_in_Switzerland_and_in_guillemets() =>
        Assert.All(Wording.Of("de").Keys, key => Assert.DoesNotMatch("[ß\"„“]|Kunden?\\b", Wording.Of("de").Raw(key)));

    [Theory]
    [InlineData("de", @"(?<!von )\{\w+\} (Fragen|Themen|Antworten)")]
    [InlineData("en", @"(?<!of )\{\w+\} (questions|dimensions|answers)")]
    public void What_may_be_a_single_one_has_words_for_one(string language, string counted) =>
        Assert.All(
            // The thresholds of these two are never one.
            Wording.Of(language).Keys.Where(key => !key.EndsWith(".many", StringComparison.Ordinal) && key is not "likert.note" and not "method.exception"),
            key => Assert.DoesNotMatch(counted, Wording.Of(language).Raw(key)));

    [Fact]
    public void English_is_quoted_as_in_English() =>
        Assert.All(Wording.Of("en").Keys, key => Assert.DoesNotMatch("[«»\"]", Wording.Of("en").Raw(key)));

    [Fact]
    public void A_missing_value_is_a_fault_and_never_printed() =>
        Assert.Throws<FormatException>(() => Wording.Of("de").Say("legend.n"));

    [Fact]
    public void A_name_with_braces_is_printed_as_it_is() =>
        Assert.Equal("Logo von {x}", Wording.Of("de").Say("cover.logo", ("client", "{x}")));

    private static IEnumerable<string> Placeholders(string text) =>
        Regex.Matches(text, "{[a-zA-Z]+}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Order(StringComparer.Ordinal);
}
