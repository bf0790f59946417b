using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web;

/// <summary>The table of contents: what the application consists of, and in which order.</summary>
public static class SurveyGapApp
{
    public static Task<int> Main(string[] args) => Commands.Run(args, Console.Out, Console.Error);

    /// <summary>The web application. Settings are configuration: <c>--urls=…</c>, <c>--data=…</c>, <c>--demo=true</c>, any <c>--Section:Key=value</c>.</summary>
    public static WebApplication Create(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Services.AddControllersWithViews();

        var app = builder.Build();
        app.MapControllers();
        return app;
    }
}
