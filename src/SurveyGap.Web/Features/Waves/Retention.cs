namespace SurveyGap.Web.Features.Waves;

/// <summary>How long things are kept, as the operator has set it.</summary>
/// <param name="ResponseDays">Nameless responses, after closing: <c>Responses:KeepDays</c>.</param>
/// <param name="BackupDays">Backups of the database and of the wave keys: <c>Backups:KeepDays</c>.</param>
public sealed record Retention(int ResponseDays, int BackupDays)
{
    public static Retention Of(IConfiguration configuration) =>
        new(configuration.GetValue("Responses:KeepDays", 30), configuration.GetValue("Backups:KeepDays", 30));
}
