using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using SurveyGap.Testing;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Tests.Security;

/// <summary>
/// Every endpoint there is, found in the routing table: who may, who must not, and what each of them sees.
/// Each call is repeated with the ids of the other client in a form, GETs too: a form must decide nothing that the path says.
/// A route with a new parameter fails here until the test knows a value for it that works for the rightful person.
/// </summary>
public sealed class EndpointTests(TestApp app) : IClassFixture<TestApp>
{
    // Everything else needs an account. Add with a reason.
    private static readonly string[] Anonymous =
    [
        "/sign-in", // the door itself, and its second half
        "/password-reset", // who cannot come in
        "/password/{token}", // by the link alone
        "/errors/", // what went wrong
        "/openapi", // what the interface for programs is like, which is nobody's secret
        "/r/report/{token}", // executives, by the link alone
        "/health/", // whoever watches over the process
        "/unsubscribe/{token}/{language:length(2)}", // by the link alone, from every mail
        "/bounces", // a mail server, by its secret
        "/r/{token}", "/o/{code}", "/answer/{wave:guid}/{language:length(2)}", // respondents, who never have an account
    ];

    private static readonly Person[] Members = [Person.Ana, Person.Ben];
    private static readonly Person[] Strangers = [Person.Cleo, Person.Dora];

    [Fact]
    public void Only_the_listed_endpoints_work_without_an_account()
    {
        Assert.DoesNotContain(Calls(), call => call.IsAnonymous && !IsListed(call));
        Assert.DoesNotContain(Calls(), call => !call.IsAnonymous && IsListed(call));
        Assert.All(Anonymous, path => Assert.Contains(Calls(), call => call.Path.StartsWith(path, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_anonymous_POST_is_rate_limited() =>
        Assert.Empty(Calls()
            .Where(call => call.Verb == "POST" && call.IsAnonymous)
            .Where(call => call.Endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null && !call.Name.Contains("/errors/", StringComparison.Ordinal))
            .Select(call => call.Name));

    [Fact]
    public void Every_endpoint_of_a_client_names_the_role_it_needs() =>
        Assert.Empty(ClientCalls().Where(call => RoleOf(call) is null).Select(call => call.Name));

    [Fact]
    public async Task Who_is_not_signed_in_gets_the_sign_in_page()
    {
        foreach (var call in Calls().Where(call => !call.IsAnonymous))
        {
            using var browser = app.Anonymous();
            var response = await Send(browser, call, Cast.Alpenblick, token: "none");

            Assert.True(LeadsToSignIn(response), $"{call.Name}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Members_reach_what_their_role_allows_and_nothing_else()
    {
        // Readers first: what consultants may do could change what there is to see.
        foreach (var person in Members.Reverse())
        {
            var (browser, token) = await Browser(person);
            foreach (var call in ClientCalls().OrderBy(call => call.Verb, StringComparer.Ordinal))
            {
                foreach (var form in new[] { null, Values(call, Cast.Bergbahn) })
                {
                    var response = await Send(browser, call, Values(call, Cast.Alpenblick), token, form);

                    var mayNot = RoleOf(call) == Role.Consultant && person == Person.Ben;
                    Assert.True(mayNot == (response.StatusCode == HttpStatusCode.Forbidden), $"{person.Name}, {call.Name}: {response.StatusCode}");
                    Assert.True(mayNot || IsAnswered(response), $"{person.Name}, {call.Name}: {response.StatusCode}");
                    Assert.DoesNotContain(Cast.Bergbahn.Name, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task Strangers_do_not_learn_that_a_client_exists()
    {
        foreach (var person in Strangers)
            await AllNotFound(person, Cast.Alpenblick);
        foreach (var person in Members)
            await AllNotFound(person, Cast.Bergbahn);
    }

    [Fact]
    public async Task Only_an_administrator_administers()
    {
        var calls = Calls().Where(call => call.Path.StartsWith("/administration", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(calls);
        foreach (var person in (Person[])[Person.Ana, Person.Ben, Person.Cleo])
        {
            var (browser, token) = await Browser(person);
            foreach (var call in calls)
                Assert.True((await Send(browser, call, Cast.Alpenblick, token)).StatusCode == HttpStatusCode.Forbidden, $"{person.Name}, {call.Name}");
        }

        var (administrator, form) = await Browser(Person.Dora);
        foreach (var call in calls.OrderBy(call => call.Verb, StringComparer.Ordinal))
        {
            var response = await Send(administrator, call, Cast.Alpenblick, form);
            Assert.True(IsAnswered(response), $"{call.Name}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task The_wave_and_the_study_of_another_client_do_not_exist_at_ones_own()
    {
        var (browser, token) = await Browser(Person.Ana);
        foreach (var call in ClientCalls().Where(call => call.Name.Contains("{wave", StringComparison.Ordinal) || call.Name.Contains("{study", StringComparison.Ordinal)))
        {
            var (own, foreign) = (Values(call, Cast.Alpenblick), Values(call, Cast.Bergbahn));
            Dictionary<string, string> mixed = new(foreign) { ["client"] = own["client"] };
            // The forms would lead to all of the other client's, and to one's own wave.
            foreach (var form in new[] { null, foreign, own })
            {
                var response = await Send(browser, call, mixed, token, form);

                Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{call.Name}: {response.StatusCode}");
            }
        }
    }

    [Fact]
    public void What_the_path_names_is_read_from_the_path_alone() =>
        Assert.Empty(
            from call in Calls()
            from parameter in call.Endpoint.Metadata.GetMetadata<ActionDescriptor>()?.Parameters ?? []
            where call.Endpoint.RoutePattern.GetParameter(parameter.Name) is not null
            where parameter.BindingInfo?.BindingSource != BindingSource.Path
            select $"{call.Name}: {parameter.Name}");

    [Fact]
    public void An_action_gets_no_other_client_than_the_checked_one()
    {
        Assert.IsType<NotFoundResult>(Refusal(bound: Cast.Bergbahn.Id, isChecked: true));
        Assert.IsType<NotFoundResult>(Refusal(bound: Cast.Alpenblick.Id, isChecked: false));
        Assert.Null(Refusal(bound: Cast.Alpenblick.Id, isChecked: true));
    }

    [Fact]
    public async Task A_disabled_account_loses_its_clients_at_once_and_its_session_within_a_minute()
    {
        var (browser, token) = await Browser(Person.Emil);
        await app.Database.Client.Run(Guid.Empty, db => Dapper.SqlMapper.ExecuteAsync(
            db, "update account set disabled_at = now() where account_id = @Id", new { Person.Emil.Id }), TestContext.Current.CancellationToken);
        await AllNotFound(Person.Emil, Cast.Alpenblick);

        app.Clock.Advance(TimeSpan.FromSeconds(61));

        foreach (var call in ClientCalls())
            Assert.True(LeadsToSignIn(await Send(browser, call, Cast.Alpenblick, token)), call.Name);
    }

    private static IActionResult? Refusal(Guid bound, bool isChecked)
    {
        DefaultHttpContext http = new();
        if (isChecked)
            http.Features.Set(new CurrentClient { Id = Cast.Alpenblick.Id, Name = "", Colour = "", Locale = "de-CH", TimeZone = "Europe/Zurich", IsDemo = false, HasLogo = false, IsArchived = false, Role = Role.Reader });
        ActionExecutingContext context = new(
            new ActionContext(http, new RouteData(), new ActionDescriptor()), [], new Dictionary<string, object?> { ["client"] = bound }, controller: new());
        new SameClient().OnActionExecuting(context);
        return context.Result;
    }

    private async Task AllNotFound(Person person, TestClient client)
    {
        var (browser, token) = await Browser(person);
        foreach (var call in ClientCalls())
        {
            foreach (var form in new[] { null, Values(call, client == Cast.Alpenblick ? Cast.Bergbahn : Cast.Alpenblick) })
            {
                var response = await Send(browser, call, Values(call, client), token, form);

                Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{person.Name} at {client.Name}, {call.Name}: {response.StatusCode}");
            }
        }
    }

    private async Task<(HttpClient Browser, string Token)> Browser(Person person)
    {
        var browser = await app.As(person);
        return (browser, await TestApp.FormToken(browser, "/"));
    }

    private static bool IsListed(Call call) => Anonymous.Any(path => call.Path.StartsWith(path, StringComparison.Ordinal));

    private IEnumerable<Call> Calls() =>
        from endpoint in app.Endpoints
        where endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
        // Of the framework: files that were added to wwwroot after the build. Not in a published program.
        where endpoint.RoutePattern.RawText != "{**path:file}"
        // Programs have keys and no sessions: KeyEndpointTests.
        where endpoint.Metadata.GetMetadata<RequiresScopeAttribute>() is null
        from verb in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } verbs ? verbs : ["GET", "POST"]
        select new Call(verb, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint);

    private IEnumerable<Call> ClientCalls() => Calls().Where(call => call.Endpoint.RoutePattern.GetParameter("client") is not null);

    private static Role? RoleOf(Call call) => call.Endpoint.Metadata.GetOrderedMetadata<ClientRoleAttribute>() is { Count: > 0 } roles
        ? roles.Max(role => role.Role)
        : null;

    private static Dictionary<string, string> Values(Call call, TestClient client) => new()
    {
        ["client"] = client.Id.ToString(),
        ["link"] = Guid.NewGuid().ToString(), // what is no link any more is answered with how things stand
        ["key"] = Guid.NewGuid().ToString(), // what is no key any more likewise
        ["tenant"] = client.Id.ToString(),
        ["account"] = Person.Jakob.Id.ToString(),
        ["mailing"] = Guid.NewGuid().ToString(), // what is no mailing any more is answered with how things stand
        ["person"] = client.Person.ToString(),
        ["import"] = client.Import.ToString(),
        ["kind"] = "invitation",
        ["spoken"] = "de",
        // What runs is asked of the open wave, what was published of the closed one.
        ["wave"] = (RoleOf(call) == Role.Reader ? client.ClosedWave : client.OpenWave).ToString(),
        ["study"] = client.Study.ToString(),
        ["question"] = "reachability",
        ["dimension"] = "access",
        ["version"] = "1",
        ["page"] = "1",
        ["language"] = "de",
        ["chart"] = "mirror",
        ["audience"] = "customer",
        ["table"] = "gaps",
        ["paper"] = "dossier",
    };

    private static Task<HttpResponseMessage> Send(HttpClient browser, Call call, TestClient client, string token) =>
        Send(browser, call, Values(call, client), token);

    private static Task<HttpResponseMessage> Send(HttpClient browser, Call call, Dictionary<string, string> values, string token, Dictionary<string, string>? form = null)
    {
        var path = call.Endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => values.GetValueOrDefault(parameter.Name)
                ?? throw new InvalidOperationException($"{call.Name}: give the test a value for {{{parameter.Name}}}."),
            _ => throw new InvalidOperationException(call.Name),
        })));
        HttpRequestMessage request = new(new HttpMethod(call.Verb), new Uri("/" + string.Join('/', path), UriKind.Relative));
        if (call.Verb != "GET" || form is not null)
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string>(form ?? []) { ["form-token"] = token });
        return browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static bool LeadsToSignIn(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal);

    private static bool IsAnswered(HttpResponseMessage response) =>
        !LeadsToSignIn(response) && response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden) && (int)response.StatusCode < 500;

    private sealed record Call(string Verb, string Path, RouteEndpoint Endpoint)
    {
        public string Name => $"{Verb} {Path}";

        public bool IsAnonymous => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
    }
}
