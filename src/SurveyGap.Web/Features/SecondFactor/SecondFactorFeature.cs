namespace SurveyGap.Web.Features.SecondFactor;

public static class SecondFactorFeature
{
    public static IServiceCollection AddSecondFactor(this IServiceCollection services) => services
        .AddSingleton<SecretSeal>()
        .AddSingleton<SecondFactorStore>();
}
