using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// Who compares sees what is usual elsewhere, and is part of it. A consent is a row, and withdrawing it deletes the row.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Benchmarks : Step
{
    public const string Id = "0026_benchmarks";

    protected override string Sql => """
        create table benchmark_consent (
            client_id  uuid        not null references client on delete cascade,
            agreed_at  timestamptz not null,
            agreed_by  uuid        references account,
            primary key (client_id)
        );
        grant select, insert, delete on benchmark_consent to surveygap_app;

        -- What a viewer's norm was last made of: nobody's name, and only what others' own pages show. Kept, because a norm
        -- that followed each single change would tell what the one client did that changed.
        create table norm_basis (
            client_id  uuid        not null references client on delete cascade,
            template   text        not null check (length(template) between 1 and 100),
            dimension  text        not null check (length(dimension) between 1 and 100),
            basis      jsonb       not null,
            made_at    timestamptz not null,
            primary key (client_id, template, dimension)
        );
        grant select, insert, update, delete on norm_basis to surveygap_app;

        """ + Tenant.Only("benchmark_consent", "norm_basis") + """

        grant select (client_id) on benchmark_consent to surveygap_resolver;
        create policy resolver on benchmark_consent for select to surveygap_resolver using (true);

        create function benchmark_clients() returns table (client_id uuid)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
            select b.client_id from public.benchmark_consent b
        $$;

        """ + HandOver.ToResolver;
}
