using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Mail : Step
{
    public const string Id = "0007_mail";

    protected override string Sql => """
        create table outbox (
            client_id        uuid        not null references client on delete cascade,
            mail_id          uuid        not null,
            wave_id          uuid,
            invitation_id    uuid,
            action_id        uuid        not null, -- the press of the button: pressed twice, queued once
            kind             text        not null check (length(kind) between 1 and 50),
            recipient        text        check (length(recipient) between 3 and 320), -- forgotten at closing
            subject          text        check (length(subject) <= 500),
            body_text        text        check (length(body_text) <= 100000), -- purged once sent
            state            text        not null default 'queued'
                                         check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
            message_id       text        not null check (length(message_id) between 3 and 500),
            attempts         integer     not null default 0 check (attempts >= 0),
            next_attempt_at  timestamptz, -- while sending: when to take it for lost
            last_error       text        check (length(last_error) <= 2000),
            created_at       timestamptz not null,
            primary key (client_id, mail_id),
            unique nulls not distinct (client_id, action_id, invitation_id),
            foreign key (client_id, wave_id) references wave on delete cascade,
            foreign key (client_id, wave_id, invitation_id) references invitation on delete cascade
        );
        create index outbox_due on outbox (next_attempt_at) where state in ('queued', 'sending');
        create index outbox_wave on outbox (client_id, wave_id, invitation_id);
        grant select, insert, update, delete on outbox to surveygap_app;

        create table suppression (
            client_id       uuid        not null references client on delete cascade,
            suppression_id  uuid        not null,
            address_hash    bytea       not null check (length(address_hash) = 32),
            study_id        uuid,       -- none: every study of the client
            reason          text        not null check (reason in ('unsubscribed', 'bounced', 'complained', 'erased')),
            created_at      timestamptz not null,
            primary key (client_id, suppression_id),
            unique nulls not distinct (client_id, address_hash, study_id),
            foreign key (client_id, study_id) references study on delete cascade
        );
        grant select, insert, delete on suppression to surveygap_app;

        """ + Tenant.Only("outbox", "suppression");
}
