using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SurveyGap.Web;

namespace SurveyGap.Testing;

/// <summary>
/// The real application on a free port of loopback, with a database of its own that holds the <see cref="Cast"/>
/// (<c>IClassFixture&lt;TestApp&gt;</c>).
/// </summary>
public partial class TestApp(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(cluster);
    private readonly string _folder = TestCluster.NewFolder();
    private readonly Dictionary<Person, HttpClient> _signedIn = [];
    private WebApplication? _app;

    public TestClock Clock { get; } = new();

    /// <summary>What the app logs.</summary>
    public TestLog Log { get; } = new();

    /// <summary>Settings that only this app has.</summary>
    protected virtual IEnumerable<string> Settings => [];

    public TestDatabase Database => _database;

    public IServiceProvider Services => _app!.Services;

    public Uri Address => new(_app!.Urls.Single());

    /// <summary>Everything that can be called.</summary>
    public IEnumerable<RouteEndpoint> Endpoints => Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _app = SurveyGapApp.Create(
            [
                "--urls=http://127.0.0.1:0",
                $"--data={_folder}",
                $"--ConnectionStrings:SurveyGap={_database.App}",
                $"--ConnectionStrings:SurveyGapOwner={_database.Owner}",
                .. Settings,
            ],
            services => services.AddSingleton<TimeProvider>(Clock).AddSingleton<ILoggerProvider>(Log));
        await _app.StartAsync();
        await Cast.Enter(this);
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public HttpClient Anonymous() => new(new TestBrowser(Clock)) { BaseAddress = Address };

    /// <summary>The browser of a person, signed in at the first call.</summary>
    public async Task<HttpClient> As(Person person)
    {
        if (_signedIn.TryGetValue(person, out var known))
            return known;
        var browser = Anonymous();
        var response = await SignIn(browser, person.Email, Person.Password);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return _signedIn[person] = browser;
    }

    /// <summary>Fills in the sign-in form and sends it.</summary>
    public static async Task<HttpResponseMessage> SignIn(HttpClient browser, string email, string password) =>
        await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["form-token"] = await FormToken(browser, "/sign-in"),
            ["email"] = email,
            ["password"] = password,
        }));

    /// <summary>The token that a form on this page carries.</summary>
    public static async Task<string> FormToken(HttpClient browser, string page)
    {
        var html = await browser.GetStringAsync(new Uri(page, UriKind.Relative));
        return FormTokenField().Match(html) is { Success: true } match
            ? match.Groups["value"].Value
            : throw new InvalidOperationException($"{page} has no form.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _signedIn.Values)
            browser.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [GeneratedRegex("name=\"form-token\" type=\"hidden\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormTokenField();
}
