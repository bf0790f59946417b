using SurveyGap.Web.CommandLine;
using SurveyGap.Web.CommandLine.Demo;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Features.Administration;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Api;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Audit;
using SurveyGap.Web.Features.Clients;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Handover;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Papers;
using SurveyGap.Web.Features.PersonalData;
using SurveyGap.Web.Features.Planning;
using SurveyGap.Web.Features.Preview;
using SurveyGap.Web.Features.Questionnaires;
using SurveyGap.Web.Features.ReportLinks;
using SurveyGap.Web.Features.Reports;
using SurveyGap.Web.Features.Results;
using SurveyGap.Web.Features.SecondFactor;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Health;

namespace SurveyGap.Web;

/// <summary>The table of contents: what the application consists of, and in which order.</summary>
public static class SurveyGapApp
{
    public static Task<int> Main(string[] args) => Commands.Run(args, Console.Out, Console.Error);

    /// <summary>The web application. Settings are configuration: <c>--urls=…</c>, <c>--data=…</c>, <c>--demo=true</c>, any <c>--Section:Key=value</c>.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="replace">What a test replaces: the clock.</param>
    public static WebApplication Create(string[] settings, Action<IServiceCollection>? replace = null)
    {
        var builder = PlatformRegistration.NewBuilder(settings);
        builder.Services
            .AddPlatform(builder.Configuration)
            // Before the jobs: one of them would close the demo's first wave, long due, while its answers still come in.
            .AddDemo(builder.Configuration)
            .AddAccounts()
            .AddSecondFactor()
            .AddClients()
            .AddAudit()
            .AddAdministration()
            .AddStudies()
            .AddQuestionnaires()
            .AddWaves(builder.Configuration)
            .AddInvitations()
            .AddAnswering()
            .AddClosing()
            .AddPreview()
            .AddResults()
            .AddReports()
            .AddReportLinks()
            .AddPapers()
            .AddHandover()
            .AddPersonalData()
            .AddMail(builder.Configuration)
            .AddPlanning()
            .AddApiKeys()
            .AddApi();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UsePlatform();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapControllers().WithStaticAssets();
        return app;
    }
}
