using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// The few questions that are asked before a client is known. Under FORCE a function of the tables' owner sees no row;
// these belong to a role that nobody can sign in as, which reads the granted columns and no other, through policies of its own.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Resolver : Step
{
    public const string Id = "0009_resolver";

    protected override string Sql => """
        grant select (client_id, wave_id, invitation_id, token_hash, revoked_at) on invitation to surveygap_resolver;
        grant select (client_id, wave_id, audience, code, revoked_at) on open_link to surveygap_resolver;
        grant select (client_id, wave_id, link_id, token_hash, expires_at, revoked_at) on report_link to surveygap_resolver;
        grant select (client_id, wave_id, opens_at, closes_at, opened_at, closed_at, keep_responses_until) on wave to surveygap_resolver;
        grant select (client_id, mail_id, state, next_attempt_at) on outbox to surveygap_resolver;
        grant select (client_id, mailing_id, state, due_at) on mailing to surveygap_resolver;
        create policy resolver on invitation  for select to surveygap_resolver using (true);
        create policy resolver on open_link   for select to surveygap_resolver using (true);
        create policy resolver on report_link for select to surveygap_resolver using (true);
        create policy resolver on wave        for select to surveygap_resolver using (true);
        create policy resolver on outbox      for select to surveygap_resolver using (true);
        create policy resolver on mailing     for select to surveygap_resolver using (true);

        create function resolve_invitation(hash bytea) returns table (client_id uuid, wave_id uuid, invitation_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select i.client_id, i.wave_id, i.invitation_id from public.invitation i
            where i.token_hash = hash and i.revoked_at is null
        $$;

        create function resolve_open_link(link text) returns table (client_id uuid, wave_id uuid, audience smallint)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select l.client_id, l.wave_id, l.audience from public.open_link l
            where l.code = link and l.revoked_at is null
        $$;

        create function resolve_report_link(hash bytea, at timestamptz) returns table (client_id uuid, wave_id uuid, link_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select l.client_id, l.wave_id, l.link_id from public.report_link l
            where l.token_hash = hash and l.revoked_at is null and l.expires_at > at
        $$;

        -- A mail that is still «sending» when it is due was cut off: nobody knows whether it left.
        create function due_mail(at timestamptz, most integer) returns table (client_id uuid, mail_id uuid, state text)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select o.client_id, o.mail_id, o.state from public.outbox o
            where o.state in ('queued', 'sending') and o.next_attempt_at <= at
            order by o.next_attempt_at limit most
        $$;

        -- A bounce names a mail and nothing else.
        create function resolve_mail(mail uuid) returns table (client_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select o.client_id from public.outbox o where o.mail_id = mail
        $$;

        create function due_mailings(at timestamptz) returns table (client_id uuid, mailing_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select m.client_id, m.mailing_id from public.mailing m
            where m.state = 'planned' and m.due_at <= at
        $$;

        create function waves_to_open(at timestamptz) returns table (client_id uuid, wave_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select w.client_id, w.wave_id from public.wave w
            where w.closed_at is null and w.opened_at is null and w.opens_at <= at
        $$;

        create function waves_to_close(at timestamptz) returns table (client_id uuid, wave_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select w.client_id, w.wave_id from public.wave w
            where w.closed_at is null and w.opened_at is not null and w.closes_at <= at
        $$;

        create function open_waves() returns table (client_id uuid, wave_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select w.client_id, w.wave_id from public.wave w
            where w.closed_at is null and w.opened_at is not null
        $$;

        -- Whose key files are to go, should deleting them have failed.
        create function closed_waves(among uuid[]) returns table (client_id uuid, wave_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select w.client_id, w.wave_id from public.wave w
            where w.wave_id = any (among) and w.closed_at is not null
        $$;

        create function waves_to_purge(at timestamptz) returns table (client_id uuid, wave_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select w.client_id, w.wave_id from public.wave w
            where w.keep_responses_until <= at
        $$;

        -- To hand them over, the owner is a member for a moment (a lasting one would see through the policies above).
        do $$
        declare
            f regprocedure;
        begin
            execute format('grant surveygap_resolver to %I', current_user);
            grant create on schema public to surveygap_resolver;
            for f in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace and prosecdef loop
                execute format('alter function %s owner to surveygap_resolver', f);
                execute format('revoke all on function %s from public', f);
                execute format('grant execute on function %s to surveygap_app', f);
            end loop;
            revoke create on schema public from surveygap_resolver;
            execute format('revoke surveygap_resolver from %I', current_user);
        end $$;
        """;
}
