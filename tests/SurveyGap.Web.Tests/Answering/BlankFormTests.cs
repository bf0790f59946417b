using System.Text.RegularExpressions;
using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>A form that nobody has filled in is written once and handed to everybody: with their own binding and nonce, and nothing else of anybody's.</summary>
public sealed partial class BlankFormTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_comes_later_gets_the_page_of_the_first_with_a_binding_and_a_nonce_of_their_own(bool onePage)
    {
        using var round = await Phone.Wave(app, onePage);
        foreach (var audience in Enum.GetValues<Audience>())
        {
            foreach (var language in new[] { "de", "en" })
            {
                List<string> pages = [];
                foreach (var person in round.Of(audience).Take(3))
                {
                    using var phone = new Phone(app);
                    await phone.Open(Phone.LinkOf(round, person));
                    var response = await phone.Get($"{phone.Root[..^2]}{language}/1");
                    var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    var nonce = Nonce().Match(page).Groups["value"].Value;

                    Assert.Equal("text/html; charset=utf-8", $"{response.Content.Headers.ContentType}");
                    Assert.Contains($"'nonce-{nonce}'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
                    pages.Add(page);
                }

                Assert.Equal(3, pages.Select(page => Binding().Match(page).Value).Distinct().Count());
                Assert.Equal(3, pages.Select(page => Nonce().Match(page).Value).Distinct().Count());
                Assert.Single(pages.Select(page => Binding().Replace(Nonce().Replace(page, ""), "")).Distinct());
            }
        }
    }

    [Fact]
    public async Task Each_of_them_can_be_sent()
    {
        using var round = await Phone.Wave(app, onePage: true);
        foreach (var person in round.Of(Audience.Employee).Take(2))
        {
            using var phone = new Phone(app);
            await phone.Open(Phone.LinkOf(round, person));
            var sent = await phone.Send(Features.Answering.FormPages.InOne(Mirror.Questionnaire, Audience.Employee)[0]);

            Assert.EndsWith("/thanks", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        Assert.Equal(2, await round.Count("ballot"));
    }

    [Fact]
    public async Task A_client_that_is_renamed_asks_under_its_new_name_within_a_second()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));
        Assert.Contains("Alpenblick Versicherung", await phone.Read($"{phone.Root}/1"), StringComparison.Ordinal);

        await app.Database.Client.Run(round.Client, db => db.ExecuteAsync(
            "update client set name = 'Gletscherblick', color = '#112233' where client_id = @Client", new { round.Client }), TestContext.Current.CancellationToken);
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        var page = await phone.Read($"{phone.Root}/1");
        Assert.Contains("Gletscherblick", page, StringComparison.Ordinal);
        Assert.Contains("#112233", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Alpenblick", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_filled_in_is_theirs_alone()
    {
        using var round = await Phone.Wave(app);
        var (ana, ben) = (round.People[^1], round.People[^2]);
        using var hers = new Phone(app);
        await hers.Open(Phone.LinkOf(round, ana));
        await hers.Send(Features.Answering.FormPages.Of(Mirror.Questionnaire, Audience.Customer)[0]);
        Assert.Contains(" checked=", await hers.Read($"{hers.Root}/1"), StringComparison.Ordinal);

        using var his = new Phone(app);
        await his.Open(Phone.LinkOf(round, ben));
        Assert.DoesNotContain(" checked=", await his.Read($"{his.Root}/1"), StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"binding\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Binding();

    [GeneratedRegex("nonce=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonce();
}
