using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Settings;

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

    private const int UsualDays = 30;

    // A century: what is longer is a typing error, and no date any more.
    private const int MostDays = 100 * 365;

    /// <summary>Who did what and when: <c>Audit:KeepDays</c>.</summary>
    public int AuditDays { get; init; } = UsualAuditDays;

    /// <exception cref="SetupException">The audit would be kept for less than a year, or a backup for less than a day.</exception>
    public static Retention Of(IConfiguration configuration) => new(
        configuration.Number("Responses:KeepDays", UsualDays, least: 0, MostDays),
        configuration.Number("Backups:KeepDays", UsualDays, least: 1, MostDays))
    {
        AuditDays = configuration.Number("Audit:KeepDays", UsualAuditDays, FewestAuditDays, MostDays),
    };
}
