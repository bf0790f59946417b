using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Features.Waves;

/// <summary>How long things are kept, as the operator has set it.</summary>
/// <param name="ResponseDays">Nameless responses, after closing: <c>Responses:KeepDays</c>.</param>
/// <param name="BackupDays">Backups of the database and of the wave keys: <c>Backups:KeepDays</c>.</param>
public sealed record Retention(int ResponseDays, int BackupDays)
{
    // The database refuses to delete younger lines: Swiss law wants such a record for a year (DSV art. 4).
    private const int FewestAuditDays = 365;

    // Most claims that a line could prove or disprove end after three years.
    private const int UsualAuditDays = 3 * 365;

    /// <summary>Who did what and when: <c>Audit:KeepDays</c>.</summary>
    public int AuditDays { get; init; } = UsualAuditDays;

    /// <exception cref="SetupException">The audit would be kept for less than a year, or a backup for less than a day.</exception>
    public static Retention Of(IConfiguration configuration)
    {
        Retention retention = new(configuration.GetValue("Responses:KeepDays", 30), configuration.GetValue("Backups:KeepDays", 30))
        {
            AuditDays = configuration.GetValue("Audit:KeepDays", UsualAuditDays),
        };
        if (retention.BackupDays < 1)
            throw new SetupException($"Backups:KeepDays is {retention.BackupDays}: a backup is kept for a day at least.");
        return retention.AuditDays >= FewestAuditDays
            ? retention
            : throw new SetupException($"Audit:KeepDays is {retention.AuditDays}: the audit is kept for {FewestAuditDays} days at least.");
    }
}
