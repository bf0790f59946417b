using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// How long people are kept. What a wave promised when it opened is not lengthened afterwards, and may be shortened.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Retention : Step
{
    public const string Id = "0061_retention";

    protected override string Sql => """
        alter table study add column keep_people_days integer not null default 180 check (keep_people_days between 1 and 3650);
        alter table wave
            add column keep_people_days   integer check (keep_people_days between 1 and 3650), -- as its study had it at the opening
            add column people_deleted_at  timestamptz;

        grant select (client_id, study_id, keep_people_days) on study to surveygap_resolver;
        grant select (study_id, keep_people_days, people_deleted_at) on wave to surveygap_resolver;
        grant select (client_id, created_at) on people_import to surveygap_resolver;
        create policy resolver on study         for select to surveygap_resolver using (true);
        create policy resolver on people_import for select to surveygap_resolver using (true);

        -- What the planner samples would outlive the rows: names and addresses are never sampled. Setting the type, which it
        -- has already, drops what was.
        alter table invitation
            alter column email type text, alter column name type text,
            alter column email set statistics 0, alter column name set statistics 0;
        alter index invitation_email alter column 3 set statistics 0;
        alter table people_import
            alter column content type bytea, alter column file_name type text,
            alter column content set statistics 0, alter column file_name set statistics 0;

        -- A wave that never opened ends for its people on the day on which it should have closed.
        create function waves_to_forget(at timestamptz) returns table (client_id uuid, wave_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select w.client_id, w.wave_id
            from   public.wave w
            join   public.study s using (client_id, study_id)
            where  case when w.opened_at is null then w.closes_at else w.closed_at end
                   + least(w.keep_people_days, s.keep_people_days) * interval '1 day' <= at
              and  (w.people_deleted_at is null
                    or exists (select from public.invitation i where i.client_id = w.client_id and i.wave_id = w.wave_id))
        $$;

        create function clients_with_imports(before timestamptz) returns table (client_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select distinct p.client_id from public.people_import p where p.created_at < before
        $$;

        -- Whose files are of no mail any more.
        create function known_mails(among uuid[]) returns table (mail_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
            select o.mail_id from public.outbox o where o.mail_id = any (among)
        $$;

        -- The app adds to the audit and takes nothing away; this takes the oldest, and never what is younger than a year.
        grant select (at) on audit to surveygap_resolver;
        grant delete on audit to surveygap_resolver;
        create policy oldest on audit for delete to surveygap_resolver using (at < now() - interval '365 days');
        create function forget_audit(before timestamptz) returns bigint
        language sql volatile strict security definer set search_path = pg_catalog, pg_temp as $$
            with gone as (delete from public.audit a where a.at < before returning 1)
            select count(*) from gone
        $$;

        """ + HandOver.ToResolver;
}
