namespace SurveyGap.Web.Features.Planning;

public static class PlanningFeature
{
    public static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddSingleton<NewStudyStore>()
        .AddSingleton<NextWaveStore>()
        .AddSingleton<NextWave>()
        .AddSingleton<WavePlanStore>()
        .AddSingleton<Readiness>()
        .AddSingleton<FindingWords>()
        .AddSingleton<WaveOpening>()
        .AddSingleton<WavesToOpenStore>()
        .AddSingleton<NoticeStore>()
        .AddHostedService<OpeningJob>()
        .AddHostedService<NoticeJob>();
}
