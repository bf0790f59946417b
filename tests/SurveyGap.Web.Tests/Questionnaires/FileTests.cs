using System.Net;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Questionnaires;

/// <summary>A questionnaire leaves and enters as a file.</summary>
public sealed class FileTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_downloaded_can_be_uploaded_elsewhere()
    {
        var (one, other) = (await Desk.Of(app), await Desk.Of(app));
        Desk.Saved(await one.Send("/questions/honesty", ("label.de", "Offenheit «ganz»"), ("employee.fr", "")));

        var browser = await app.As(Person.Ana);
        var file = await browser.GetAsync(new Uri($"{one.Address}/file/download", UriKind.Relative), Stop);
        Assert.Equal("Spiegel 2.json", file.Content.Headers.ContentDisposition!.FileNameStar);
        Desk.Saved(await other.Upload(await file.Content.ReadAsStringAsync(Stop)));

        Assert.Equal(QuestionnaireFile.Write((await one.Current()).Questionnaire), QuestionnaireFile.Write((await other.Current()).Questionnaire));
    }

    [Fact]
    public async Task All_faults_are_told_with_their_place_and_nothing_is_taken_over()
    {
        var desk = await Desk.Of(app);
        var template = await File.ReadAllTextAsync(QuestionnaireTemplates.FileOf("myth-check")!, Stop);
        var refused = await desk.Upload(template.Replace("\"quality5\"", "\"stars\"", StringComparison.Ordinal), "<b>kaputt</b>.json");
        var notice = (await Desk.Parsed(refused)).QuerySelector(".notice.wrong")!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("<b>kaputt</b>.json", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("questions[0].scale", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("unbekannte Skala «stars»", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.Current()).Version);
    }

    [Theory]
    [InlineData("kein JSON", "Zeile 1, Spalte 1")]
    [InlineData("", "Bitte wählen Sie eine Datei")]
    [InlineData("{\"key\":\"\\ud800\"}", "halbes Zeichen")]
    [InlineData("[1]", "sollte ein Objekt")]
    public async Task What_is_no_questionnaire_is_told_in_our_words(string json, string words)
    {
        var desk = await Desk.Of(app);
        var refused = await desk.Upload(json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(words, (await Desk.Parsed(refused)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_control_character_in_a_file_breaks_nothing()
    {
        var desk = await Desk.Of(app);
        var template = await File.ReadAllTextAsync(QuestionnaireTemplates.FileOf("myth-check")!, Stop);

        Desk.Saved(await desk.Upload(template.Replace("Myth", "My\\u0000\\u0007th", StringComparison.Ordinal)));

        Assert.DoesNotContain((await desk.Current()).Questionnaire.Name.Values, name => name.Any(char.IsControl));
    }
}
