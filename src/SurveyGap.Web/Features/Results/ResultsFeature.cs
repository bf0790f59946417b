namespace SurveyGap.Web.Features.Results;

public static class ResultsFeature
{
    public static IServiceCollection AddResults(this IServiceCollection services) => services.AddSingleton<ReleaseStore>();
}
