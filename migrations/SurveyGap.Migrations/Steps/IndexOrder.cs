using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// PostgreSQL knows nothing of a client or wave that came after its last look at the table, and then guesses one row: any index
// that begins with the client, or with client and wave, looked as good as the primary key, and each mail and each person read
// the whole wave. An index that begins with what it is for can be taken for nothing else.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class IndexOrder : Step
{
    public const string Id = "0065_index_order";

    protected override string Sql => """
        drop index invitation_email;
        create unique index invitation_email on invitation (lower(email), client_id, wave_id);
        -- Addresses are never sampled: see Retention.
        alter index invitation_email alter column 1 set statistics 0;

        drop index outbox_mailing, outbox_address, outbox_once, outbox_trouble;
        create index outbox_mailing on outbox (mailing_id, state, client_id);
        create index outbox_address on outbox (address_hash, client_id);
        create unique index outbox_once on outbox (invitation_id, kind, client_id, wave_id) where state <> 'cancelled';
        create index outbox_trouble on outbox (wave_id, client_id) where state = 'failed' or state = 'queued' and attempts >= 3;
        -- Whoever is deleted takes their mails along, cancelled ones too.
        create index outbox_person on outbox (invitation_id, client_id);
        """;
}
