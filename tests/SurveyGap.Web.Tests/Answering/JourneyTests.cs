using System.Net;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>From the link to the thanks, without JavaScript.</summary>
public sealed class JourneyTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly IReadOnlyList<FormPage> Pages = FormPages.Of(Mirror.Questionnaire, Audience.Customer);

    [Fact]
    public async Task Page_after_page_leads_to_the_thanks_and_to_one_ballot()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        Assert.Contains("Wie erleben Sie unseren Kundenservice?", await phone.Open(Phone.LinkOf(round, round.People[^1])), StringComparison.Ordinal);

        foreach (var page in Pages)
        {
            var sent = await phone.Send(page);
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
            Assert.EndsWith(page == Pages[^1] ? "/thanks" : $"/{page.Number + 1}", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        Assert.Contains("Danke. Ihre Antworten sind angekommen.", await phone.Read($"{phone.Root}/thanks"), StringComparison.Ordinal);
        Assert.Contains("schon geantwortet", await phone.Read(phone.Root), StringComparison.Ordinal);
        Assert.Equal(1, await round.Count("ballot"));
    }

    [Fact]
    public async Task Opening_looking_and_blind_posts_consume_nothing()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        var link = Phone.LinkOf(round, round.People[0]);
        await phone.Open(link);

        foreach (var path in new[] { link, phone.Root, $"{phone.Root}/1", $"{phone.Root}/9", $"{phone.Root}/privacy", $"{phone.Root}/help", $"{phone.Root}/deletion", $"{phone.Root}/thanks" })
        {
            Assert.True((int)(await phone.Head(path)).StatusCode < 400, path);
            Assert.True((int)(await phone.Get(path)).StatusCode < 400, path);
        }

        await phone.Post($"{phone.Root}/1");
        await phone.Post($"{phone.Root}/9", ("to", "next"));
        await phone.Post($"{phone.Root}/deletion");

        Assert.Equal((0, 0), (await round.Count("ballot"), await round.Count("draft")));
    }

    [Fact]
    public async Task Five_submits_of_a_form_on_one_page_are_one_ballot_and_no_draft()
    {
        using var round = await Phone.Wave(app, onePage: true);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));
        var form = await phone.Filled(FormPages.InOne(Mirror.Questionnaire, Audience.Customer)[0]);

        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => phone.Post($"{phone.Root}/1", form)));

        Assert.All(sent, response => Assert.EndsWith("/thanks", response.Headers.Location!.OriginalString, StringComparison.Ordinal));
        Assert.Equal((1, 0), (await round.Count("ballot"), await round.Count("draft")));
    }

    [Fact]
    public async Task A_second_link_on_a_shared_device_cannot_answer_in_the_first_ones_name()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));
        var bindingOfAna = await phone.Binding($"{phone.Root}/1");
        await phone.Open(Phone.LinkOf(round, round.People[^2]));

        var sent = await phone.Post($"{phone.Root}/1", ("overall_quality", "5"), ("binding", bindingOfAna), ("to", "next"));

        Assert.Contains("ein anderer Link", await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await round.Count("ballot"), await round.Count("draft")));
    }

    [Fact]
    public async Task Coming_back_resumes_at_the_first_page_that_was_not_sent_and_another_device_starts_afresh()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        var link = Phone.LinkOf(round, round.People[^1]);
        await phone.Open(link);
        await phone.Send(Pages[0], more: ("comment-overall", "Immer freundlich."));

        Assert.Contains($"{phone.Root}/2\"", await phone.Open(link), StringComparison.Ordinal);
        Assert.Contains("Immer freundlich.", await phone.Read($"{phone.Root}/1"), StringComparison.Ordinal);

        using var other = new Phone(app);
        Assert.Contains($"{other.Root}/1\"", await other.Open(link), StringComparison.Ordinal);
        Assert.DoesNotContain("Immer freundlich.", await other.Read($"{other.Root}/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_language_keeps_page_and_answers()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));

        var sent = await phone.Send(Pages[1], to: "en");

        var address = sent.Headers.Location!.OriginalString;
        Assert.EndsWith("/en/2", address, StringComparison.Ordinal);
        var page = await phone.Read(address);
        Assert.Contains("Page 2 of 9", page, StringComparison.Ordinal);
        Assert.Contains("value=\"4\" checked", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_do_not_undo_each_others_pages()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));

        await Task.WhenAll(Pages.Skip(1).Take(6).Select(page => phone.Send(page)));

        foreach (var page in Pages.Skip(1).Take(6))
            Assert.Equal(page.Questions.Count, (await phone.Read($"{phone.Root}/{page.Number}")).Split(" checked=").Length - 1);
        Assert.Equal(1, await round.Count("draft"));
    }

    [Fact]
    public async Task Four_picks_are_told_on_top_and_at_the_question_and_stay_ticked()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));
        var picks = Mirror.Question("importance_top3").Options.Skip(1).Take(3).Select(option => ("importance_top3", option)).ToArray();

        var page = await (await phone.Send(Pages[^1], more: picks)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("<title>Fehler:", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#q-importance_top3\">Sie haben 4 Punkte gewählt", page, StringComparison.Ordinal);
        Assert.Equal(4, page.Split(" checked=").Length - 1);
    }

    [Fact]
    public async Task Answers_can_be_deleted_and_given_again()
    {
        using var round = await Phone.Wave(app, onePage: true);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));
        await phone.Send(FormPages.InOne(Mirror.Questionnaire, Audience.Customer)[0]);
        Assert.Equal(1, await round.Count("ballot"));

        var deletion = $"{phone.Root}/deletion";
        var deleted = await phone.Post(deletion, ("binding", await phone.Binding(deletion)), ("sure", "true"));

        Assert.Contains("Ihre Antworten sind gelöscht", await deleted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, await round.Count("ballot"));
        Assert.Contains("Umfrage starten", await phone.Read(phone.Root), StringComparison.Ordinal);
    }
}
