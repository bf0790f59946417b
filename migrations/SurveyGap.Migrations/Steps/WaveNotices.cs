using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class WaveNotices : Step
{
    public const string Id = "0022_wave_notices";

    protected override string Sql => """
        -- What the consultants were written about a wave: each thing once.
        create table wave_notice (
            client_id  uuid        not null,
            wave_id    uuid        not null,
            notice     text        not null check (length(notice) between 1 and 50),
            sent_at    timestamptz not null,
            primary key (client_id, wave_id, notice),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        grant select, insert on wave_notice to surveygap_app;

        -- The start page asks for every wave that runs whether its mails arrive.
        create index outbox_trouble on outbox (client_id, wave_id) where state = 'failed' or state = 'queued' and attempts >= 3;

        """ + Tenant.Only("wave_notice");
}
