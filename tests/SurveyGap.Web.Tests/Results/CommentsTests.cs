using AngleSharp.Html.Parser;
using Dapper;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Results;

/// <summary>What people wrote in a closed wave, as Ben reads it.</summary>
public sealed class CommentsTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static readonly string Page = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.ClosedWave}/results/comments";

    private static readonly (int Audience, string About, string Text)[] Written =
    [
        (3, "access", "Die Öffnungszeiten passen nicht."),
        (3, "response", "Immer rasch <b>am Telefon</b>."),
        (2, "response", "Zu wenige am Telefon."),
        (1, "overall", "Wir sind gut."),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await app.Database.Client.Run(Cast.Alpenblick.Id, async db =>
    {
        await db.ExecuteAsync("delete from comment where wave_id = @ClosedWave", new { Cast.Alpenblick.ClosedWave });
        foreach (var (index, comment) in Written.Index())
        {
            await db.ExecuteAsync(
                "insert into comment (client_id, wave_id, ordinal, audience, question_key, text) values (@Id, @ClosedWave, @index, @Audience, @About, @Text)",
                new { Cast.Alpenblick.Id, Cast.Alpenblick.ClosedWave, index, comment.Audience, comment.About, comment.Text });
        }
    });

    [Theory]
    [InlineData("", 4)]
    [InlineData("?search=offnung", 1)]
    [InlineData("?search=TELEFON", 2)]
    [InlineData("?search=telefon&group=employee", 1)]
    [InlineData("?about=response", 2)]
    [InlineData("?group=99&about=&search=", 4)]
    [InlineData("?search=%25", 0)]
    public async Task They_are_found_by_words_group_and_dimension(string query, int found) =>
        Assert.Equal(found, (await Read(query)).QuerySelectorAll(".said li").Length);

    [Fact]
    public async Task They_stand_by_group_and_dimension_as_they_were_written()
    {
        var page = await Read("");

        Assert.Equal(["Kundschaft", "Mitarbeitende", "Führung"], page.QuerySelectorAll("section.block h2").Select(head => head.TextContent));
        Assert.Contains("Immer rasch <b>am Telefon</b>.", page.QuerySelectorAll(".said li").Select(comment => comment.TextContent));
        Assert.Empty(page.QuerySelectorAll(".said b"));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Read(string query) => await new HtmlParser().ParseDocumentAsync(
        await (await app.As(Person.Ben)).GetStringAsync(new Uri(Page + query, UriKind.Relative), Stop));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
