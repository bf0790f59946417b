using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Mail : Step
{
    public const string Id = "0007_mail";

    protected override string Sql => """
        -- Mails of one kind to the people of a wave, planned or started by a person.
        create table mailing (
            client_id   uuid        not null,
            mailing_id  uuid        not null,
            wave_id     uuid        not null,
            kind        text        not null check (kind in ('invitation', 'reminder', 'last-reminder', 'thanks')),
            state       text        not null default 'planned' check (state in ('planned', 'queued', 'paused', 'cancelled')),
            due_at      timestamptz not null, -- until then nobody is chosen, and nothing has to be called back
            signature   text        check (length(signature) <= 400),
            reply_to    text        check (length(reply_to) between 3 and 320),
            created_at  timestamptz not null,
            created_by  uuid        references account,
            primary key (client_id, mailing_id),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        create unique index mailing_once on mailing (client_id, wave_id, kind) where kind <> 'invitation' and state <> 'cancelled';
        create index mailing_due on mailing (due_at) where state = 'planned';
        grant select, insert, update, delete on mailing to surveygap_app;

        -- A wave's own words; without a row the shipped template speaks.
        create table mail_text (
            client_id  uuid  not null,
            wave_id    uuid  not null,
            kind       text  not null check (kind in ('invitation', 'reminder', 'last-reminder', 'thanks')),
            language   text  not null check (length(language) between 2 and 20),
            markdown   text  not null check (length(markdown) between 1 and 20000),
            primary key (client_id, wave_id, kind, language),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        grant select, insert, update, delete on mail_text to surveygap_app;

        -- No words and no link of an invitation: whoever reads this table could answer in its name.
        -- They are made again at each attempt, from the wave's key, which is not in the database.
        create table outbox (
            client_id        uuid        not null references client on delete cascade,
            mail_id          uuid        not null, -- random; it is the Message-ID and the bounce address too
            mailing_id       uuid,
            wave_id          uuid,
            invitation_id    uuid,
            kind             text        not null check (length(kind) between 1 and 50),
            address_hash     bytea       check (length(address_hash) = 32), -- as in suppression
            state            text        not null default 'queued'
                                         check (state in ('queued', 'paused', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
            attempts         integer     not null default 0 check (attempts >= 0),
            next_attempt_at  timestamptz, -- while sending: when to take it for lost
            reason           text        check (length(reason) between 1 and 50),
            last_error       text        check (length(last_error) <= 2000), -- the server's words
            created_at       timestamptz not null,
            primary key (client_id, mail_id),
            unique (mail_id, client_id),
            foreign key (client_id, mailing_id) references mailing on delete cascade,
            foreign key (client_id, wave_id) references wave on delete cascade,
            foreign key (client_id, wave_id, invitation_id) references invitation on delete cascade
        );
        create index outbox_due on outbox (next_attempt_at) where state in ('queued', 'sending');
        create index outbox_mailing on outbox (client_id, mailing_id, state);
        create index outbox_address on outbox (client_id, address_hash);
        -- Whatever is pressed twice, planned twice or run twice: a person gets each kind of mail once.
        create unique index outbox_once on outbox (client_id, wave_id, invitation_id, kind) where state <> 'cancelled';
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

        """ + Tenant.Only("mailing", "mail_text", "outbox", "suppression");
}
