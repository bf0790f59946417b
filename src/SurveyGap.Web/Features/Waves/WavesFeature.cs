using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Web.Features.Waves;

public static class WavesFeature
{
    /// <summary>The keys lie under <c>Waves:KeyDirectory</c>: a folder that all instances share, and that is backed up apart from the database.</summary>
    public static IServiceCollection AddWaves(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = configuration.Place("Waves:KeyDirectory", "keys", "waves");
        return services
            .AddSingleton(new WaveKeyFolder(folder))
            .AddSingleton(KeptPlace.Of(configuration, "Waves:KeyDirectory", folder))
            .AddSingleton(Retention.Of(configuration))
            .AddSingleton<WaveStore>()
            .AddSingleton<WaveSummaryStore>()
            .AddSingleton<WaveMailStore>()
            .AddSingleton<WaveSettingsStore>()
            .AddSingleton<CompanyFigureStore>();
    }
}
