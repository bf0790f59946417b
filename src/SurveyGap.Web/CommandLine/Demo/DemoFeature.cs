namespace SurveyGap.Web.CommandLine.Demo;

internal static class DemoFeature
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DemoStore>().AddSingleton<DemoLoader>().AddSingleton<DemoGuide>();
        // A variable of this name may be anybody's.
        return bool.TryParse(configuration["demo"], out var isWanted) && isWanted ? services.AddHostedService<DemoService>() : services;
    }
}
