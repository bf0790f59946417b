using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.Api;

/// <summary>A program that has a key.</summary>
internal sealed class Machine : IDisposable
{
    private readonly HttpClient _http;

    private Machine(HttpClient http, string key) => (_http, Key) = (http, key);

    public string Key { get; }

    /// <summary>With a new key of the client's, made by Ana.</summary>
    public static async Task<Machine> With(TestApp app, Guid client, params ApiScope[] scopes)
    {
        var token = await app.Services.GetRequiredService<ApiKeyStore>()
            .Make(client, new NewApiKey("Personalsystem", scopes, Days: 30), Person.Ana.Id, TestContext.Current.CancellationToken);
        return Showing(app, ApiSecret.TextOf(token));
    }

    /// <summary>With whatever it takes for a key.</summary>
    public static Machine Showing(TestApp app, string key)
    {
        var http = app.Anonymous();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new Machine(http, key);
    }

    /// <summary>A wave of Alpenblick's that is being prepared.</summary>
    public static async Task<Guid> Draft(TestApp app)
    {
        var (wave, now) = (Guid.NewGuid(), app.Clock.GetUtcNow());
        await app.Services.GetRequiredService<WaveStore>().Plan(
            Cast.Alpenblick.Id, new NewWave { Wave = wave, Study = Cast.Alpenblick.Study, Name = $"Entwurf {wave}", OpensAt = now.AddDays(1), ClosesAt = now.AddDays(9) }, now);
        return wave;
    }

    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<JsonObject> Read(string path) => await Body(await Get(path));

    public Task<HttpResponseMessage> Post(string path, object? body, string? idempotencyKey = null)
    {
        HttpRequestMessage request = new(HttpMethod.Post, new Uri($"/api/v1/{path}", UriKind.Relative))
        {
            Content = body is HttpContent content ? content : body is null ? null : JsonContent.Create(body),
        };
        // Whoever is refused need not send all of it.
        request.Headers.ExpectContinue = true;
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What an answer holds.</summary>
    public static async Task<JsonObject> Body(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();

    /// <summary>A refusal, which is the same everywhere under /api: never a page.</summary>
    public static async Task<JsonObject> Problem(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal(status, (int)problem["status"]!);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
        return problem;
    }

    public void Dispose() => _http.Dispose();
}
