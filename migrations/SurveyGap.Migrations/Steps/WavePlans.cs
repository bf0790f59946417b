using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// A date alone opens nothing: somebody has to have looked at what the wave would ask, and whom.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class WavePlans : Step
{
    public const string Id = "0020_wave_plans";

    protected override string Sql => """
        alter table wave
            add column opening_confirmed_at  timestamptz,
            add column reach_executive       integer check (reach_executive between 1 and 10000000), -- how many could read a poster
            add column reach_employee        integer check (reach_employee between 1 and 10000000),
            add column reach_customer        integer check (reach_customer between 1 and 10000000);
        grant select (opening_confirmed_at) on wave to surveygap_resolver;

        do $$
        begin
            execute format('grant surveygap_resolver to %I', current_user);
        end $$;

        create or replace function waves_to_open(at timestamptz) returns table (client_id uuid, wave_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, pg_temp as $body$
            select w.client_id, w.wave_id from public.wave w
            where w.closed_at is null and w.opened_at is null and w.opens_at <= at and w.opening_confirmed_at is not null
        $body$;

        do $$
        begin
            execute format('revoke surveygap_resolver from %I', current_user);
        end $$;
        """;
}
