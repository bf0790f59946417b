using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// An account belongs to no client. In account scope (app.account) it sees its memberships and their clients;
// administrators see all clients. In client scope (app.client) only that client exists.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Clients : Step
{
    public const string Id = "0002_clients";

    protected override string Sql => """
        create table account (
            account_id        uuid        primary key,
            email             text        not null check (length(email) between 3 and 320),
            name              text        not null check (length(name) between 1 and 200),
            password_hash     text        check (length(password_hash) <= 1000),
            security_stamp    text        not null check (length(security_stamp) between 16 and 200),
            language          text        not null default 'de' check (length(language) between 2 and 20),
            is_administrator  boolean     not null default false,
            totp_secret       bytea       check (length(totp_secret) <= 200),
            failed_attempts   integer     not null default 0,
            locked_until      timestamptz,
            disabled_at       timestamptz,
            created_at        timestamptz not null
        );
        create unique index account_email on account (lower(email));
        grant select, insert, update on account to surveygap_app;

        create table client (
            client_id        uuid        primary key,
            name             text        not null check (length(name) between 1 and 200),
            color            text        not null check (color ~ '^#[0-9a-f]{6}$'),
            locale           text        not null default 'de-CH' check (length(locale) between 2 and 20),
            logo             bytea       check (length(logo) <= 1048576),
            imprint          text        check (length(imprint) <= 4000),
            privacy_contact  text        check (length(privacy_contact) <= 4000),
            is_demo          boolean     not null default false,
            archived_at      timestamptz,
            created_at       timestamptz not null
        );
        grant select, insert, update, delete on client to surveygap_app;

        create table membership (
            client_id   uuid        not null references client on delete cascade,
            account_id  uuid        not null references account on delete cascade,
            role        text        not null check (role in ('consultant', 'reader')),
            created_at  timestamptz not null,
            primary key (client_id, account_id)
        );
        create index membership_account on membership (account_id);
        grant select, insert, update, delete on membership to surveygap_app;

        """ + Tenant.Only("client", "membership") + """

        create policy own on membership for select to surveygap_app
            using (account_id = nullif(current_setting('app.account', true), '')::uuid);
        create policy own on client for select to surveygap_app
            using (client_id in (select client_id from membership
                                 where account_id = nullif(current_setting('app.account', true), '')::uuid));
        create policy administrator on client for select to surveygap_app
            using (exists (select from account
                           where account_id = nullif(current_setting('app.account', true), '')::uuid
                             and is_administrator and disabled_at is null));
        """;
}
