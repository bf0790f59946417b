using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.CommandLine.Demo;

/// <summary>The demo client itself: everything here may run again and again.</summary>
internal sealed class DemoStore(ClientScope clients)
{
    private const string AccountSql = """
        insert into account (account_id, email, name, password_hash, security_stamp, language, created_at)
        values (@account, @email, 'Ana Arnold', @hash, @stamp, 'de', @at)
        on conflict do nothing
        """;

    private const string ClientSql = """
        insert into client (client_id, name, color, locale, is_demo, created_at)
        values (@client, 'Alpenblick Versicherung', '#9b2f6b', 'de-CH', true, @at)
        on conflict do nothing;
        insert into membership (client_id, account_id, role, created_at)
        values (@client, @account, 'consultant', @at)
        on conflict do nothing
        """;

    private const string StudySql = """
        insert into study (client_id, study_id, name, languages, created_at)
        values (@client, @study, 'Servicespiegel', @languages, @at)
        on conflict do nothing;
        insert into questionnaire_version (client_id, study_id, version, questionnaire, created_at)
        values (@client, @study, 1, @json::jsonb, @at)
        on conflict do nothing
        """;

    /// <summary>The demo's own consultant, whose password is no secret: only for an installation that was started as a demo.</summary>
    public Task AddAccount(string email, string passwordHash, string stamp, DateTimeOffset at, CancellationToken cancellation) => clients.Run(
        AuditLine.Installation, db => db.ExecuteAsync(AccountSql, new { account = DemoId.Account, email, hash = passwordHash, stamp, at }), cancellation);

    /// <summary>The client, looked after by this account.</summary>
    public async Task AddClient(Guid account, Questionnaire questionnaire, DateTimeOffset at, CancellationToken cancellation)
    {
        var (client, study) = (DemoId.Client, DemoId.Study);
        await clients.Run(client, async db =>
        {
            await db.ExecuteAsync(ClientSql, new { client, account, at });
            await db.ExecuteAsync(StudySql, new { client, study, languages = questionnaire.Languages.ToArray(), json = QuestionnaireFile.Write(questionnaire), at });
        }, cancellation);
    }

    private const string DateSql = "update wave set closes_at = @closes where client_id = @client and wave_id = @wave and closed_at is not null";

    /// <summary>Dates the end of a closed wave.</summary>
    public Task Date(Guid wave, DateTimeOffset closes, CancellationToken cancellation) =>
        clients.Run(DemoId.Client, db => db.ExecuteAsync(DateSql, new { client = DemoId.Client, wave, closes }), cancellation);

    private const string IsLoadedSql = "select exists (select from audit where client_id = @client and audit_id = @done)";

    /// <summary>Whether all of the demo is there.</summary>
    public Task<bool> IsLoaded(CancellationToken cancellation) =>
        clients.Run(DemoId.Client, db => db.ExecuteScalarAsync<bool>(IsLoadedSql, new { client = DemoId.Client, DemoId.Done }), cancellation);

    private const string MarkSql = """
        insert into audit (client_id, audit_id, at, action)
        values (@client, @done, @at, 'demo loaded')
        on conflict do nothing
        """;

    public Task MarkLoaded(DateTimeOffset at, CancellationToken cancellation) =>
        clients.Run(DemoId.Client, db => db.ExecuteAsync(MarkSql, new { client = DemoId.Client, DemoId.Done, at }), cancellation);
}
