using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// Programs that act for a client. Like links, a key is looked up before its client is known.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class ApiKeys : Step
{
    public const string Id = "0060_api_keys";

    protected override string Sql => """
        create table api_key (
            client_id     uuid        not null references client on delete cascade,
            key_id        uuid        not null,
            name          text        not null check (length(name) between 1 and 100),
            key_hash      bytea       not null check (length(key_hash) = 32),
            ending        text        not null check (length(ending) = 4), -- by which people tell keys apart
            scopes        text[]      not null check (cardinality(scopes) > 0 and scopes <@ array['results', 'people', 'waves']),
            expires_at    timestamptz, -- none: until it is revoked
            revoked_at    timestamptz,
            last_used_on  date,        -- a day and no time: one write a day, and no record of what a program does when
            created_by    uuid        not null references account,
            created_at    timestamptz not null,
            primary key (client_id, key_id),
            unique (key_hash, client_id)
        );
        grant select, insert, update on api_key to surveygap_app;

        -- What a program was told, so that the same request, sent again, changes nothing and hears the same. Kept for a day.
        create table api_answer (
            client_id        uuid        not null,
            key_id           uuid        not null,
            idempotency_key  text        not null check (length(idempotency_key) between 1 and 200),
            request_hash     bytea       not null check (length(request_hash) = 32), -- keyed by what the database does not know
            answer           jsonb       not null, -- numbers, no names
            created_at       timestamptz not null,
            primary key (client_id, key_id, idempotency_key),
            foreign key (client_id, key_id) references api_key on delete cascade
        );
        grant select, insert, delete on api_answer to surveygap_app;

        alter table audit add column key_id uuid; -- the key with which a program did it

        grant select (client_id, key_id, key_hash, expires_at, revoked_at) on api_key to surveygap_resolver;
        create policy resolver on api_key for select to surveygap_resolver using (true);

        create function resolve_api_key(hash bytea, at timestamptz) returns table (client_id uuid, key_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select k.client_id, k.key_id from public.api_key k
            where k.key_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
        $$;

        """ + Tenant.Only("api_key", "api_answer") + HandOver.ToResolver;
}
