using SurveyGap.Web.Features.Results.Benchmarks;

namespace SurveyGap.Web.Features.Results;

public static class ResultsFeature
{
    public static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddSingleton<ReleaseStore>()
        .AddSingleton<NormStore>()
        .AddSingleton<NormRenewal>()
        .AddHostedService<NormJob>();
}
