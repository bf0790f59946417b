using System.Net;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>What fails at a respondent's page is told in the language that the page speaks.</summary>
public sealed class FailureTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("de", "Was zuvor gespeichert war, ist noch da")]
    [InlineData("en", "What was saved before is still there")]
    [InlineData("fr", "Ce qui avait été enregistré auparavant est toujours là")]
    [InlineData("it", "Quanto salvato in precedenza c’è ancora")]
    public async Task A_page_that_is_away_for_now_says_so_in_each_language(string language, string text)
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));
        round.Keys.Delete(round.Wave);

        foreach (var path in (string[])["/1", "", "/thanks"])
        {
            var response = await phone.Get($"{phone.Root[..^2]}{language}{path}");
            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains(text, page, StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        }
    }
}
