namespace SurveyGap.Web.Platform.Erasures;

public static class ErasuresRegistration
{
    /// <summary>The file lies at <c>Erasures:File</c>, beside the keys: what it says must outlive the database.</summary>
    public static IServiceCollection AddErasures(this IServiceCollection services, IConfiguration configuration)
    {
        var file = Path.GetFullPath(configuration["Erasures:File"] ?? Path.Combine(configuration["data"] ?? "data", "keys", "erasures.log"));
        return services.AddSingleton(provider => new ErasureLog(file, provider.GetRequiredService<TimeProvider>()));
    }
}
