using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Reports;
using SurveyGap.Testing;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Reports;

namespace SurveyGap.Web.Tests.Api;

/// <summary>Reports for programs.</summary>
public sealed class ApiReportTests(TestApp app) : IClassFixture<TestApp>
{
    private const int OtherCalls = 100;

    [Fact]
    public async Task A_program_waits_for_its_turn_at_the_press_and_everything_else_goes_on()
    {
        using var machine = await Machine.With(app, Cast.Alpenblick.Id, ApiScope.Results);
        var press = app.Services.GetRequiredService<ReportPress>();
        using ManualResetEventSlim end = new();
        using CountdownEvent held = new(Environment.ProcessorCount);
        var holders = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            () => press.Print(Hold, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()).ToArray();
        held.Wait(TestContext.Current.CancellationToken);

        var report = machine.Get($"waves/{Cast.Alpenblick.ClosedWave}/report");
        for (var call = 0; call < OtherCalls; call++)
        {
            using var studies = await machine.Get("studies");
            Assert.Equal(HttpStatusCode.OK, studies.StatusCode);
            Assert.False(report.IsCompleted);
        }

        end.Set();
        Assert.Equal("application/pdf", (await report).Content.Headers.ContentType!.MediaType);
        foreach (var holder in holders)
            await Assert.ThrowsAsync<InvalidOperationException>(() => holder);

        ReportModel Hold()
        {
            held.Signal();
            end.Wait(TestContext.Current.CancellationToken);
            throw new InvalidOperationException("There is no such report.");
        }
    }
}
