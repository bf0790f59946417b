namespace SurveyGap.Web.Features.Preview;

public static class PreviewFeature
{
    public static IServiceCollection AddPreview(this IServiceCollection services) => services.AddSingleton<PreviewStore>();
}
