using Dapper;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Results.Benchmarks;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Tests.Exports;

namespace SurveyGap.Web.Tests.Results;

/// <summary>What is usual elsewhere: medians over at least five other clients that agreed, and nobody's name.</summary>
public sealed class NormTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly WithheldWave Wave = new();

    private NormStore Store => app.Services.GetRequiredService<NormStore>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Alpenblick_sees_a_norm_once_five_others_agreed_and_none_once_it_withdrew()
    {
        var wave = await Wave.Enter(app, Cast.Alpenblick);
        await Store.Switch(Cast.Alpenblick.Id, account: null, on: true);
        List<TestClient> others = [];
        for (var i = 0; i < 5; i++)
        {
            await Renew();
            Assert.DoesNotContain("norm.svg", await Page(wave), StringComparison.Ordinal);
            others.Add(await Another($"Firma {i}"));
        }

        // An invented client and one that never agreed are no part of it.
        await Another("Demo", isDemo: true);
        await Another("Schweigsam", agrees: false);
        await Renew();
        var page = await Page(wave);
        Assert.Contains("norm.svg", page, StringComparison.Ordinal);
        Assert.All(others, other => Assert.DoesNotContain(other.Name, page, StringComparison.Ordinal));
        // Executives of the others are asked one question of reliability less: that is another dimension.
        Assert.All((await Store.Bases(Cast.Alpenblick.Id, Stop)).SelectMany(basis => basis), basis => Assert.Equal(basis.Dimension == "reliability" ? 0 : 5, basis.Clients.Count));
        var kept = await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.QueryAsync<string>("select basis::text from norm_basis"), Stop);
        Assert.DoesNotContain(kept, basis => others.Any(other => basis.Contains($"{other.Id}", StringComparison.OrdinalIgnoreCase) || basis.Contains($"{other.Id:N}", StringComparison.OrdinalIgnoreCase)));

        // Two that leave change nothing that one could learn from; with the third the norm has too few.
        await Leave(others[0], others[1]);
        Assert.Contains("norm.svg", await Page(wave), StringComparison.Ordinal);
        await Leave(others[2]);
        Assert.DoesNotContain("norm.svg", await Page(wave), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_asks_the_same_is_compared()
    {
        var mirror = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);
        var all = mirror.Dimensions.Select(dimension => dimension.Key).ToHashSet();
        Assert.Equal(all, mirror.Comparable());
        Assert.Equal(all, Worded(Audience.Customer, words => words.ToUpperInvariant() + "!").Comparable());
        Assert.Equal(all, Worded(Audience.Employee, _ => "Ganz anders?").Comparable());

        // Honesty is a question of trust.
        all.Remove("trust");
        Assert.Equal(all, Worded(Audience.Customer, words => words + " heute").Comparable());
        Assert.Equal(all, (mirror with { Questions = [.. mirror.Questions.Where(question => question.Key != "honesty")] }).Comparable());
        Assert.Equal(all, (mirror with { Questions = [.. mirror.Questions, mirror.Questions.Single(question => question.Key == "honesty") with { Key = "own" }] }).Comparable());
        Assert.Empty((mirror with { Key = "own" }).Comparable());

        Questionnaire Worded(Audience audience, Func<string, string> change) => mirror with
        {
            Questions = [.. mirror.Questions.Select(question => question.Key != "honesty" ? question : question with
            {
                Text = question.Text.ToDictionary(asked => asked.Key, asked => asked.Key != audience ? asked.Value : asked.Value.ToDictionary(words => words.Key, words => change(words.Value))),
            })],
        };
    }

    [Fact]
    public async Task Who_withdraws_sees_none_at_once_and_only_a_consultant_decides()
    {
        var page = $"/clients/{Cast.Bergbahn.Id}/benchmark";
        var cleo = await app.As(Person.Cleo);
        Assert.Contains("vergleicht sich nicht", await cleo.GetStringAsync(new Uri(page, UriKind.Relative), Stop), StringComparison.Ordinal);

        await Post(cleo, page, on: true);
        Assert.True(await Store.HasAgreed(Cast.Bergbahn.Id, Stop));
        await Post(cleo, page, on: false);
        Assert.False(await Store.HasAgreed(Cast.Bergbahn.Id, Stop));
        Assert.Equal(2, await app.Database.Client.Run(Cast.Bergbahn.Id, db => db.ExecuteScalarAsync<long>("select count(*) from audit where action like 'benchmark %'"), Stop));
    }

    private static async Task Post(HttpClient browser, string page, bool on)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = await TestApp.FormToken(browser, page), ["on"] = on ? "true" : "false" });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await browser.PostAsync(new Uri(page, UriKind.Relative), form, Stop)).StatusCode);
    }

    private Task Renew() => app.Services.GetRequiredService<NormRenewal>().Renew(Stop);

    private async Task Leave(params TestClient[] clients)
    {
        foreach (var client in clients)
            await Store.Switch(client.Id, account: null, on: false);
        await Renew();
    }

    private async Task<TestClient> Another(string name, bool isDemo = false, bool agrees = true)
    {
        var client = new TestClient(name);
        await app.Database.Client.Run(client.Id, db => db.ExecuteAsync(
            "insert into client (client_id, name, color, is_demo, created_at) values (@Id, @Name, '#336699', @isDemo, now())", new { client.Id, client.Name, isDemo }), Stop);
        await Wave.Enter(app, client);
        if (agrees)
            await Store.Switch(client.Id, account: null, on: true);
        return client;
    }

    private async Task<string> Page(Guid wave) =>
        await (await app.As(Person.Ana)).GetStringAsync(new Uri($"/clients/{Cast.Alpenblick.Id}/waves/{wave}/results", UriKind.Relative), Stop);
}
