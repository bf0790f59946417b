using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Testing;
using SurveyGap.Web;
using SurveyGap.Web.CommandLine.Demo;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Load.Faults;

/// <summary>The demo client in a process of its own, with its consultant signed in.</summary>
internal sealed partial class DemoSite : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _services;

    private DemoSite(DirectoryInfo folder)
    {
        _folder = folder;
        // PostgreSQL refuses to run as root and has to reach its folder as somebody else.
        if (!OperatingSystem.IsWindows())
            _folder.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        Site = Site.Of(folder.FullName, ["--demo=true"]);
        Ana = new HttpClient(new TestBrowser(new TestClock())) { BaseAddress = Site.Address, Timeout = TimeSpan.FromMinutes(5) };
        _services = SurveyGapApp.Create([$"--data={folder.FullName}"]);
    }

    public Site Site { get; }

    public HttpClient Ana { get; }

    public static string ClosedWave => $"/clients/{DemoId.Client}/waves/{DemoId.Wave(1)}";

    public static string OpenWave => $"/clients/{DemoId.Client}/waves/{DemoId.Wave(2)}";

    public static async Task<DemoSite> Start()
    {
        DemoSite demo = new(Directory.CreateTempSubdirectory("surveygap-load-"));
        await demo.Site.Start();
        await demo._services.Services.GetRequiredService<DatabaseOpening>().Open(CancellationToken.None);
        using var signedIn = await demo.Post("/sign-in", "/sign-in", new MultipartFormDataContent
        {
            { new StringContent(DemoLoader.Email), "email" },
            { new StringContent(DemoLoader.Password), "password" },
        });
        return signedIn.Headers.Location is not null ? demo : throw new InvalidOperationException("Ana cannot sign in.");
    }

    /// <summary>Sends a form as the page that carries it would.</summary>
    public async Task<HttpResponseMessage> Post(string page, string address, MultipartFormDataContent form)
    {
        var html = await Ana.GetStringAsync(new Uri(page, UriKind.Relative));
        form.Add(new StringContent(Token().Match(html).Groups["value"].Value), "form-token");
        return await Ana.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    public Task<T> Query<T>(Func<Npgsql.NpgsqlConnection, Task<T>> query) => _services.Services.GetRequiredService<ClientScope>().Run(DemoId.Client, query);

    public async ValueTask DisposeAsync()
    {
        Ana.Dispose();
        Site.Dispose();
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex("name=\"form-token\" type=\"hidden\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
