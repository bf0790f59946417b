namespace SurveyGap.Web.Features.Waves;

public static class WavesFeature
{
    public static IServiceCollection AddWaves(this IServiceCollection services) => services.AddSingleton<WaveSummaryStore>();
}
