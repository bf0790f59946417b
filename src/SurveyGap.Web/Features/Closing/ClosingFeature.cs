namespace SurveyGap.Web.Features.Closing;

public static class ClosingFeature
{
    public static IServiceCollection AddClosing(this IServiceCollection services) => services
        .AddSingleton<ClosingStore>()
        .AddSingleton<ClientErasureStore>()
        .AddSingleton<DueWavesStore>()
        .AddSingleton<WaveClosing>()
        .AddSingleton<BackgroundClosing>()
        .AddHostedService<ClosingJob>();
}
