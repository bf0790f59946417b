namespace SurveyGap.Web.Features.Papers;

public static class PapersFeature
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddSingleton<PaperStore>()
        .AddSingleton<ShippedPapers>();
}
