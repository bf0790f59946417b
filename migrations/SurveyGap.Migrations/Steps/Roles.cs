using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// Roles belong to the cluster, not to the database: they may exist already, and get their passwords elsewhere.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Roles : Step
{
    public const string Id = "0001_roles";

    protected override string Sql => """
        do $$
        declare
            kind record;
        begin
            for kind in select * from (values ('surveygap_app', 'login'), ('surveygap_resolver', 'nologin')) kinds (role, may)
                        where role not in (select rolname from pg_roles) loop
                begin
                    execute format('create role %I %s', kind.role, kind.may);
                exception when duplicate_object or unique_violation then
                    null; -- another database of this cluster was migrated in the same moment
                end;
            end loop;
        end $$;

        revoke all on schema public from public;
        grant usage on schema public to surveygap_app, surveygap_resolver;
        grant select on migration_history to surveygap_app;
        """;
}
