using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// Unique over the token first and the client behind it: tokens are looked up without knowing the client,
// and a table distributed by client_id can keep the constraint.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Invitations : Step
{
    public const string Id = "0004_invitations";

    protected override string Sql => """
        create table invitation (
            client_id            uuid        not null,
            wave_id              uuid        not null,
            invitation_id        uuid        not null,
            name                 text        check (length(name) <= 200),
            email                text        check (length(email) between 3 and 320), -- none: the link is handed over on paper
            language             text        not null check (length(language) between 2 and 20),
            audience             smallint    not null check (audience between 1 and 3),
            segments             text[]      not null, -- in the wave's order; null where unknown
            epoch                integer     not null default 1 check (epoch > 0),
            token_hash           bytea       not null check (length(token_hash) = 32),
            answered             boolean     not null default false,
            added_after_opening  boolean     not null default false,
            bounced              boolean     not null default false,
            unsubscribed_at      timestamptz,
            revoked_at           timestamptz,
            created_at           timestamptz not null,
            primary key (client_id, wave_id, invitation_id),
            unique (token_hash, client_id),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        create unique index invitation_email on invitation (client_id, wave_id, lower(email));
        grant select, insert, update, delete on invitation to surveygap_app;

        create table open_link (
            client_id   uuid        not null,
            wave_id     uuid        not null,
            audience    smallint    not null check (audience between 1 and 3),
            code        text        not null check (length(code) between 8 and 100),
            revoked_at  timestamptz,
            created_at  timestamptz not null,
            primary key (client_id, wave_id, code),
            unique (code, client_id),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        grant select, insert, update, delete on open_link to surveygap_app;

        """ + Tenant.Only("invitation", "open_link");
}
