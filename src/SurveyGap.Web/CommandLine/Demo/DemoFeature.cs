namespace SurveyGap.Web.CommandLine.Demo;

internal static class DemoFeature
{
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DemoStore>().AddSingleton<DemoLoader>().AddSingleton<DemoGuide>();
        return configuration.GetValue<bool>("demo") ? services.AddHostedService<DemoService>() : services;
    }
}
