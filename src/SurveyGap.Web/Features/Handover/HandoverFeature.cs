namespace SurveyGap.Web.Features.Handover;

public static class HandoverFeature
{
    public static IServiceCollection AddHandover(this IServiceCollection services) => services
        .AddSingleton<HandoverStore>()
        .AddSingleton<HandoverReadme>()
        .AddSingleton<ClientHandover>()
        .AddSingleton<StudyHandover>()
        .AddSingleton<WaveHandover>()
        .AddSingleton<ResultsHandover>();
}
