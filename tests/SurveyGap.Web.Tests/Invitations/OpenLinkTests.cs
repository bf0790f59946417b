using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Tests.Answering;
using SurveyGap.Web.Tests.Shared;

namespace SurveyGap.Web.Tests.Invitations;

public sealed class OpenLinkTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Links = $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.OpenWave}/links";

    private OpenLinkStore Store => app.Services.GetRequiredService<OpenLinkStore>();

    [Fact]
    public async Task An_audience_has_one_open_link_however_often_it_is_set_up()
    {
        using var round = await Phone.Wave(app);

        var codes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Store.Ensure(round.Client, round.Wave, Audience.Customer, Round.Opening)));

        Assert.Single(codes.Distinct());
        Assert.NotNull(codes[0]);
    }

    [Fact]
    public async Task A_revoked_link_leads_nowhere_and_the_next_one_is_another()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        var code = await Store.Ensure(round.Client, round.Wave, Audience.Customer, Round.Opening, TestContext.Current.CancellationToken);

        await Store.Revoke(round.Client, round.Wave, Audience.Customer, Round.Opening, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, (await phone.Get($"/o/{code}")).StatusCode);
        Assert.NotEqual(code, await Store.Ensure(round.Client, round.Wave, Audience.Customer, Round.Opening, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ana_sees_the_code_and_prints_the_poster()
    {
        var ana = await app.As(Person.Ana);

        var page = await ana.GetStringAsync(new Uri(Links, UriKind.Relative), TestContext.Current.CancellationToken);
        var picture = await ana.GetStringAsync(new Uri($"{Links}/customer/qr.svg", UriKind.Relative), TestContext.Current.CancellationToken);
        var poster = await ana.GetByteArrayAsync(new Uri($"{Links}/customer/poster.pdf", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("/o/", page, StringComparison.Ordinal);
        Assert.StartsWith("<svg", picture, StringComparison.Ordinal);
        Assert.Equal("%PDF-1.7"u8, poster.AsSpan(0, 8));
    }

    [Fact]
    public async Task A_poster_names_the_last_day_on_which_one_can_answer()
    {
        // Midnight in Zürich, where the client is at home: the day before is the last.
        await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteAsync(
            "update wave set closes_at = '2027-03-14 23:00Z', time_zone = 'Europe/Zurich' where wave_id = @OpenWave", new { Cast.Alpenblick.OpenWave }), TestContext.Current.CancellationToken);
        var ana = await app.As(Person.Ana);

        var text = await Pdf.TextOf(await ana.GetByteArrayAsync(new Uri($"{Links}/customer/poster.pdf", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Contains("ohne Konto und ohne App, bis 14. März 2027.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_poster_of_an_audience_without_a_link_does_not_exist()
    {
        var ana = await app.As(Person.Ana);

        var response = await ana.GetAsync(new Uri($"{Links}/employee/poster.pdf", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
