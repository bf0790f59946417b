using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Papers;
using SurveyGap.Web.Tests.Shared;

namespace SurveyGap.Web.Tests.Papers;

/// <summary>Ana downloads the papers of a wave: they hold its settings, and those of the installation.</summary>
public sealed class PapersTests(PapersTests.OtherRetention app) : IClassFixture<PapersTests.OtherRetention>
{
    private static readonly string[] Languages = ["de", "en"];
    private static readonly string Papers = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.OpenWave}/papers";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An operator who keeps things for other times than the usual ones.</summary>
    public sealed class OtherRetention(TestCluster cluster) : TestApp(cluster)
    {
        protected override IEnumerable<string> Settings => ["--Responses:KeepDays=47", "--Backups:KeepDays=13", "--Site:Url=https://umfrage.example"];
    }

    [Fact]
    public async Task The_page_offers_every_paper_in_both_languages()
    {
        var browser = await app.As(Person.Ana);

        var page = await browser.GetStringAsync(new Uri(Papers, UriKind.Relative), Stop);

        Assert.All(ShippedPapers.All, paper => Assert.All(Languages, language =>
            Assert.Contains($"/papers/{paper}.pdf?language={language}", page, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_wave_leads_to_its_papers()
    {
        var browser = await app.As(Person.Ana);

        Assert.Contains(Papers, await browser.GetStringAsync(new Uri(Papers[..^"/papers".Length], UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("information", "de", "bei Mitarbeitenden ab 8 Personen, bei der Kundschaft ab 3", "Nur neun Grosskunden", "47 Tage nach dem Schluss", "13 Tage")]
    [InlineData("information", "en", "from 8 persons on, for customers from 3", "Nur neun Grosskunden", "47 days after the end", "13 days")]
    [InlineData("dossier", "de", "Gruppen oder Teams unter 8 Personen", "47 Tage nach dem Schluss", "nach 13 Tagen", "Ehrlichkeit")]
    [InlineData("dossier", "en", "Groups or teams below 8 persons", "47 days after the end", "after 13 days")]
    [InlineData("record", "de", "4 Personen, einzelne Fragen ab 5", "47 Tage nach dem Schluss", "umfrage.example")]
    [InlineData("record", "en", "4 persons, single questions from 5", "47 days after the end", "umfrage.example")]
    [InlineData("measures", "de", "ab 8 Personen, Kundschaft ab 3, Führung ab 4", "mindestens 5 Bögen", "47 Tage nach dem Schluss", "aufbewahrt 13 Tage")]
    [InlineData("measures", "en", "from 8 persons, customers from 3, executives from 4", "at least 5 sheets", "47 days after the end", "kept for 13 days")]
    [InlineData("processing", "de", "Dorfstrasse 1", "Nur neun Grosskunden", "47 Tage", "13 Tage")]
    [InlineData("processing", "en", "Dorfstrasse 1", "47 days", "13 days")]
    public async Task A_paper_holds_the_actual_settings(string paper, string language, params string[] said)
    {
        await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteAsync("""
            update wave set minimum = 8, executive_minimum = 4, customer_minimum = 3, customer_minimum_reason = 'Nur neun Grosskunden', closes_at = '2031-03-14 12:00+00' where client_id = @client and wave_id = @wave;
            update client set imprint = 'Alpenblick Versicherung, Dorfstrasse 1, 6460 Altdorf' where client_id = @client
            """, new { client = Cast.Alpenblick.Id, wave = Cast.Alpenblick.OpenWave }), Stop);
        var browser = await app.As(Person.Ana);

        using var response = await browser.GetAsync(new Uri($"{Papers}/{paper}.pdf?language={language}", UriKind.Relative), Stop);
        var text = await Pdf.TextOf(await response.Content.ReadAsByteArrayAsync(Stop));

        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(Cast.Alpenblick.Name, text, StringComparison.Ordinal);
        Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
        if (paper != "measures")
            Assert.Contains(language == "de" ? "14. März 2031" : "14 March 2031", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("measures", "de", "Zugang von Programmen")]
    [InlineData("measures", "en", "Access of programs")]
    [InlineData("record", "de", "Programme mit einem Schlüssel")]
    [InlineData("record", "en", "Programs with a key")]
    public async Task Programs_are_named_while_one_has_a_key(string paper, string language, string words)
    {
        var keys = app.Services.GetRequiredService<ApiKeyStore>();
        Assert.DoesNotContain(words, await Text(paper, language), StringComparison.Ordinal);

        await keys.Make(Cast.Alpenblick.Id, new NewApiKey("Personalsystem", [ApiScope.People], Days: null), Person.Ana.Id, Stop);
        Assert.Contains(words, await Text(paper, language), StringComparison.Ordinal);

        foreach (var key in await keys.OfClient(Cast.Alpenblick.Id, Stop))
            await keys.Revoke(Cast.Alpenblick.Id, key.KeyId, Person.Ana.Id, Stop);
        Assert.DoesNotContain(words, await Text(paper, language), StringComparison.Ordinal);
    }

    private async Task<string> Text(string paper, string language)
    {
        var browser = await app.As(Person.Ana);
        return await Pdf.TextOf(await browser.GetByteArrayAsync(new Uri($"{Papers}/{paper}.pdf?language={language}", UriKind.Relative), Stop));
    }

    [Theory]
    [InlineData("information.pdf?language=fr")]
    [InlineData("nonsense.pdf")]
    [InlineData("..%2Fsecrets.pdf")]
    public async Task What_does_not_ship_does_not_exist(string path)
    {
        var browser = await app.As(Person.Ana);

        using var response = await browser.GetAsync(new Uri($"{Papers}/{path}", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Ben_who_reads_results_gets_no_papers()
    {
        var browser = await app.As(Person.Ben);

        using var response = await browser.GetAsync(new Uri(Papers, UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
