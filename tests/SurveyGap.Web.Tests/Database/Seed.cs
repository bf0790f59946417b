using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Tests.Database;

/// <summary>One row of a client in every table, all under the client's own number.</summary>
internal static class Seed
{
    public const string AccountSql = """
        insert into account (account_id, email, name, security_stamp, created_at)
        values (@id, @id || '@example.org', 'Ana', '0123456789abcdef', now())
        """;

    /// <summary>In this order. Whoever adds a table adds its row.</summary>
    private static readonly string[] Rows =
    [
        "insert into client (client_id, name, color, created_at) values (@id, 'Helvia', '#123456', now())",
        "insert into membership (client_id, account_id, role, created_at) values (@id, @id, 'consultant', now())",
        "insert into study (client_id, study_id, name, languages, created_at) values (@id, @id, 'Service', '{de}', now())",
        "insert into questionnaire_version (client_id, study_id, version, questionnaire, created_at) values (@id, @id, 1, '{}', now())",
        "insert into wave (client_id, wave_id, study_id, name, opens_at, closes_at, created_at) values (@id, @id, @id, '2026', now(), now() + interval '1 day', now())",
        "insert into segment (client_id, wave_id, position, key, name) values (@id, @id, 0, 'language', 'Sprache')",
        "insert into invitation (client_id, wave_id, invitation_id, language, audience, segments, token_hash, created_at) values (@id, @id, @id, 'de', 1, '{}', sha256(uuid_send(@id)), now())",
        "insert into people_import (client_id, wave_id, import_id, file_name, language, columns, touched_at, created_at) values (@id, @id, @id, 'people.csv', 'de', '{email}', now(), now())",
        "insert into wave_notice (client_id, wave_id, notice, sent_at) values (@id, @id, 'ClosesSoon', now())",
        "insert into open_link (client_id, wave_id, audience, code, created_at) values (@id, @id, 3, @id::text, now())",
        "insert into ballot (client_id, wave_id, answer_key, sealed) values (@id, @id, sha256(''), '')",
        "insert into draft (client_id, wave_id, draft_key, sealed) values (@id, @id, sha256(''), '')",
        "insert into response (client_id, wave_id, ordinal, audience, segments, answers) values (@id, @id, 0, 3, '{de}', '')",
        "insert into comment (client_id, wave_id, ordinal, audience, question_key, text) values (@id, @id, 0, 3, 'speed', 'Gut.')",
        "insert into release (client_id, wave_id, version, release_id, counts, created_at) values (@id, @id, 1, @id, '{}', now())",
        "insert into company_figure (client_id, wave_id, figure, value, entered_at) values (@id, @id, 'contacts', 1.5, now())",
        "insert into report_link (client_id, wave_id, link_id, token_hash, expires_at, created_at) values (@id, @id, @id, sha256(uuid_send(@id)), now() + interval '1 day', now())",
        "insert into mailing (client_id, mailing_id, wave_id, kind, due_at, created_at) values (@id, @id, @id, 'invitation', now(), now())",
        "insert into mail_text (client_id, wave_id, kind, language, markdown) values (@id, @id, 'invitation', 'de', 'Guten Tag')",
        "insert into outbox (client_id, mail_id, wave_id, invitation_id, kind, next_attempt_at, created_at) values (@id, @id, @id, @id, 'invitation', now(), now())",
        "insert into suppression (client_id, suppression_id, address_hash, reason, created_at) values (@id, @id, sha256(''), 'bounced', now())",
        "insert into benchmark_consent (client_id, agreed_at) values (@id, now())",
        "insert into norm_basis (client_id, template, dimension, basis, made_at) values (@id, 'service-mirror', 'speed', '{}', now())",
        "insert into api_key (client_id, key_id, name, key_hash, ending, scopes, created_by, created_at) values (@id, @id, 'SAP', sha256(uuid_send(@id)), 'a1b2', '{results}', @id, now())",
        "insert into api_answer (client_id, key_id, idempotency_key, request_hash, answer, created_at) values (@id, @id, 'one', sha256(''), '{}', now())",
        "insert into audit (client_id, audit_id, at, action) values (@id, @id, now(), 'wave opened')",
    ];

    /// <summary>A client with its account; both have the number that comes back.</summary>
    public static async Task<Guid> Client(ClientScope scope)
    {
        var id = Guid.NewGuid();
        await scope.Run(id, async db =>
        {
            await db.ExecuteAsync(AccountSql, new { id });
            foreach (var row in Rows)
                await db.ExecuteAsync(row, new { id });
        }, TestContext.Current.CancellationToken);
        return id;
    }
}
