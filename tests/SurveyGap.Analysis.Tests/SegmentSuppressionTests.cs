using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>What one attribute alone would show, and two together must not.</summary>
public sealed class SegmentSuppressionTests
{
    [Fact]
    public void Two_views_that_differ_by_two_persons_are_not_both_shown()
    {
        // Five Swiss answered in the shop, but only two of them could judge: Switzerland less the web would be those two.
        var shown = Shown(
            Audience.Customer,
            [.. Many(20, "CH", "web", 4), .. Many(2, "CH", "shop", 1), .. Many(3, "CH", "shop", Answer.CannotJudge), .. Many(20, "AT", "shop", 5)]);
        Assert.Contains(Withheld.Derivable, shown.Values);
        Assert.False(shown["CH"] is null && shown["web"] is null, "Switzerland and the web are both shown.");
    }

    [Fact]
    public void The_same_views_are_shown_where_five_make_the_difference() => Assert.All(
        Shown(Audience.Customer, [.. Many(20, "CH", "web", 4), .. Many(5, "CH", "shop", 1), .. Many(20, "AT", "shop", 5)]).Values, Assert.Null);

    [Fact]
    public void The_remainder_of_employees_must_not_be_unanimous()
    {
        // The six in Austria all agree; shown, Switzerland and Germany would tell it by subtraction.
        var shown = Shown(
            Audience.Employee,
            [.. Mixed(20, "CH", "web"), .. Mixed(9, "DE", "web"), .. Many(6, "AT", "web", 4)]);
        Assert.Equal(Withheld.Unanimous, shown["AT"]);
        Assert.Equal(Withheld.Complementary, shown["DE"]);
        Assert.Null(shown["CH"]);
    }

    [Fact]
    public void A_unanimous_cell_is_not_told_by_another_attribute()
    {
        // Austria is the phone: hidden here, it must not be read there.
        var shown = Shown(
            Audience.Employee,
            [.. Mixed(20, "CH", "web"), .. Mixed(9, "DE", "web"), .. Many(6, "AT", "phone", 4)]);
        Assert.NotNull(shown["phone"]);
        Assert.NotNull(shown["web"]);
    }

    /// <summary>Why each value of both attributes is withheld for the only question; null where shown.</summary>
    private static Dictionary<string, Withheld?> Shown(Audience audience, IEnumerable<(string Country, string Channel, byte Answer)> people)
    {
        var questionnaire = Cast.Questionnaire(1);
        var responses = people.Select(person => new Response(audience, [person.Country, person.Channel], [person.Answer]));
        var counts = Counting.Of(responses, questionnaire, ["country", "channel"], Cast.Nobody);
        return StudyAnalysis.Of(counts, questionnaire).Segments.SelectMany(segment => segment.Values)
            .ToDictionary(value => value.Value!, value => value.Questions["d0q0"].Withheld);
    }

    private static IEnumerable<(string Country, string Channel, byte Answer)> Many(int n, string country, string channel, byte answer) =>
        Enumerable.Repeat((country, channel, answer), n);

    private static IEnumerable<(string Country, string Channel, byte Answer)> Mixed(int n, string country, string channel) =>
        Enumerable.Range(0, n).Select(i => (country, channel, (byte)(1 + (i % 5))));
}
