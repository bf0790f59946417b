namespace SurveyGap.Web.CommandLine.Demo;

/// <summary>With <c>--demo</c>: loads the demo before the first request, and says where to go once it can be reached.</summary>
internal sealed class DemoService(DemoLoader loader, DemoGuide guide, IHostApplicationLifetime lifetime) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await loader.Load(cancellationToken);
        var text = await guide.Write(cancellationToken);
        lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(text));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
