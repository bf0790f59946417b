using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Platform.Security;
using SurveyGap.Web.Tests.Api;

namespace SurveyGap.Web.Tests.Security;

/// <summary>
/// Every operation for programs, found in the routing table: which keys may, which must not, and that neither sessions open
/// the interface nor keys the pages. A route with a new parameter or body fails here until the test knows a value that works.
/// </summary>
public sealed class KeyEndpointTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void Every_operation_names_its_scopes_and_is_rate_limited() =>
        Assert.All(Operations(), operation =>
        {
            Assert.NotEmpty(operation.Scopes);
            Assert.Equal(RateLimits.ByKey, operation.Endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName);
        });

    [Fact]
    public async Task Without_a_valid_key_there_is_a_401_and_never_the_sign_in_page()
    {
        var keys = app.Services.GetRequiredService<ApiKeyStore>();
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, [.. ApiScopes.All]);
        await keys.Revoke(Cast.Alpenblick.Id, (await keys.OfClient(Cast.Alpenblick.Id, Cancellation))[0].KeyId, Person.Ana.Id, Cancellation);
        var ana = await app.As(Person.Ana);
        using var nobody = app.Anonymous();

        foreach (var operation in Operations())
        {
            foreach (var (browser, key, said) in new[] { (nobody, null, "Bearer"), (ana, null, "Bearer"), (nobody, machine.Key, "Bearer error=\"invalid_token\"") })
            {
                var response = await Send(browser, operation, Cast.Alpenblick, key);

                await Machine.Problem(response, 401);
                Assert.Equal(said, response.Headers.WwwAuthenticate.ToString());
            }
        }
    }

    [Fact]
    public async Task A_key_does_what_its_scope_allows_and_nothing_else()
    {
        foreach (var scope in ApiScopes.All)
        {
            using var machine = await Machine.With(app, Cast.Alpenblick.Id, scope);
            // What closes the wave comes last.
            foreach (var operation in Operations().OrderBy(operation => operation.Name.EndsWith("closing", StringComparison.Ordinal)))
            {
                using var browser = app.Anonymous();
                var response = await Send(browser, operation, Cast.Alpenblick, machine.Key, scope == ApiScope.Results);

                if (operation.Scopes.Contains(scope))
                {
                    Assert.True((int)response.StatusCode is 200 or 202 or 409, $"{scope}, {operation.Name}: {response.StatusCode}");
                }
                else
                {
                    await Machine.Problem(response, 403);
                    Assert.Contains("insufficient_scope", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task What_belongs_to_another_client_does_not_exist()
    {
        using var machine = await Machine.With(app, Cast.Bergbahn.Id, [.. ApiScopes.All]);
        using var browser = app.Anonymous();
        foreach (var operation in Operations().Where(operation => operation.Name.Contains('{', StringComparison.Ordinal)))
            await Machine.Problem(await Send(browser, operation, Cast.Alpenblick, machine.Key), 404);
        Assert.DoesNotContain(Cast.Alpenblick.OpenWave.ToString(), (await machine.Read("waves")).ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await machine.Read($"waves?study={Cast.Alpenblick.Study}"))["waves"]!.AsArray());
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_too()
    {
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Results);
        await Machine.Problem(await machine.Get("nothing"), 404);
        await Machine.Problem(await machine.Get("waves/no-number"), 404);
        await Machine.Problem(await machine.Post("studies", body: null), 405);
        using var nobody = app.Anonymous();
        await Machine.Problem(await nobody.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative), Cancellation), 401);
    }

    [Fact]
    public async Task A_key_opens_no_page()
    {
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, [.. ApiScopes.All]);
        using var browser = app.Anonymous();
        foreach (var path in (string[])["/", $"/clients/{Cast.Alpenblick.Id}", $"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.ClosedWave}/exports/results.json", $"/clients/{Cast.Alpenblick.Id}/api-keys"])
        {
            using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.Add("Authorization", $"Bearer {machine.Key}");
            var response = await browser.SendAsync(request, Cancellation);

            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.Contains("/sign-in", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<Operation> Operations() =>
        from endpoint in app.Endpoints
        where endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)
        from verb in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        select new Operation(verb, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint);

    private static Task<HttpResponseMessage> Send(HttpClient browser, Operation operation, TestClient client, string? key, bool readsOnly = false)
    {
        var wave = readsOnly || operation.Scopes is [ApiScope.Results] ? client.ClosedWave : client.OpenWave;
        var path = operation.Path.Replace("{wave:guid}", wave.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('{', path);
        HttpRequestMessage request = new(new HttpMethod(operation.Verb), new Uri(path, UriKind.Relative));
        if (key is not null)
            request.Headers.Add("Authorization", $"Bearer {key}");
        if (Body(operation.Path.Split('/')[^1]) is { } body && operation.Verb == "POST")
        {
            request.Content = JsonContent.Create(body);
            request.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        }

        return browser.SendAsync(request, Cancellation);
    }

    private static object? Body(string operation) => operation switch
    {
        "people" => new { people = new[] { new { email = "nora@post.example", audience = "customer" } } },
        "removals" => new { emails = new[] { "nora@post.example" } },
        "opening" => new { now = true, invite = false },
        "extension" => new { until = DateTimeOffset.UtcNow.AddDays(60) },
        _ => null,
    };

    private sealed record Operation(string Verb, string Path, RouteEndpoint Endpoint)
    {
        public string Name => $"{Verb} {Path}";

        public IReadOnlyList<ApiScope> Scopes => Endpoint.Metadata.GetMetadata<RequiresScopeAttribute>()?.Scopes ?? [];
    }
}
