using System.Text.RegularExpressions;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Words;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>Customers may begin in the mail: five links that differ in nothing that a server sees.</summary>
public sealed partial class FirstAnswerTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("de", "exzellent gut durchschnittlich schlecht schrecklich")]
    [InlineData("en", "excellent good average poor terrible")]
    [InlineData("fr", "excellent bon moyen mauvais épouvantable")]
    [InlineData("it", "eccellente buono medio scarso pessimo")]
    public async Task Customers_find_the_first_question_with_the_words_of_the_form(string language, string words)
    {
        using var world = await MailWorld.Create(database);
        using var sink = await MailSink.Start();
        await world.FirstAnswers.Switch(world.Client, world.Wave, on: true);
        await world.Invite(Audience.Customer, ["nora@post.example"], language);
        await world.Send(MailKind.Invitation);
        await world.SendAll(sink.Settings);
        var mail = await sink.Next();

        var link = $"https://umfrage.example/r/{world.WaveKeys.Link((await world.Rows<Guid>("select invitation_id from invitation"))[0], 1).Reveal()}";
        var choices = Choice().Matches(mail.Text);
        Assert.Equal(words.Split(' '), choices.Select(choice => choice.Groups["word"].Value));
        Assert.Equal(["5", "4", "3", "2", "1"], choices.Select(choice => choice.Groups["rating"].Value));
        Assert.All(choices, choice => Assert.Equal(link, choice.Groups["link"].Value));
        Assert.Equal(5, mail.Html.Split("class=\"choice-link").Length - 1);
        Assert.True(mail.Html.IndexOf("choice-link", StringComparison.Ordinal) < mail.Html.IndexOf("class=\"button\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_does_and_customers_only_where_it_is_switched_on()
    {
        using var world = await MailWorld.Create(database);
        using var sink = await MailSink.Start();
        await world.Invite(Audience.Customer, ["nora@post.example"]);
        await world.Send(MailKind.Invitation);
        await world.SendAll(sink.Settings);
        await world.FirstAnswers.Switch(world.Client, world.Wave, on: true);
        await world.Invite(Audience.Employee, ["urs@post.example"]);
        await world.Invite(Audience.Executive, ["eva@post.example"]);
        await world.Send(MailKind.Invitation);
        await world.SendAll(sink.Settings);

        var mails = await sink.All();
        Assert.Equal(3, mails.Count);
        Assert.DoesNotContain(mails, mail => mail.Text.Contains("#answer=", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_without_a_button_asks_at_its_end() =>
        Assert.Equal("# Hallo\n\n{{link}}\n\nFrage", FirstAnswer.Into("# Hallo\n\n{{link}}\n", "Frage"));

    [GeneratedRegex(@"^- (?<word>\w+) <(?<link>[^#]+)#answer=overall_quality\.(?<rating>\d)>\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Choice();
}
