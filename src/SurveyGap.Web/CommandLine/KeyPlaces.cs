using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Backups;
using SurveyGap.Web.Platform.Erasures;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.CommandLine;

/// <summary>Everything that belongs into the archive of the keys. What the operator brought (certificates, the key for DKIM) is the operator's to keep.</summary>
internal static class KeyPlaces
{
    /// <summary>No key, but a list that grows: a restore keeps the lines of all copies.</summary>
    public const string Erasures = "erasures.log";

    public static KeyFiles Of(IServiceProvider services) => new(new Dictionary<string, string>
    {
        ["waves"] = services.GetRequiredService<WaveKeyFolder>().Folder,
        ["mail.key"] = services.GetRequiredService<MailSettings>().KeyFile,
        ["protection"] = Protection.Folder(services.GetRequiredService<IConfiguration>()),
        [Erasures] = services.GetRequiredService<ErasureLog>().File,
    });
}
