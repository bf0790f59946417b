namespace SurveyGap.Web.Platform.Database;

/// <summary>
/// Looks every second whether the embedded server lives. One that was killed is started again, and whoever waits for it is served
/// when it is back; one that cannot be started takes the app with it, so that whoever looks after the app hears of it.
/// </summary>
internal sealed partial class DatabaseWatch(DatabaseOpening opening, IHostApplicationLifetime app, TimeProvider clock, ILogger<DatabaseWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (opening.IsDead && !await Revive(stoppingToken))
                return;
        }
    }

    private async Task<bool> Revive(CancellationToken cancellation)
    {
        Died();
        try
        {
            await opening.Revive(cancellation);
            Revived();
            return true;
        }
        catch (SetupException fault)
        {
            Lost(fault);
            app.StopApplication();
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "PostgreSQL ended by itself; it is started again.")]
    private partial void Died();

    [LoggerMessage(LogLevel.Warning, "PostgreSQL runs again.")]
    private partial void Revived();

    [LoggerMessage(LogLevel.Critical, "PostgreSQL cannot be started again: the application stops.")]
    private partial void Lost(Exception fault);
}
