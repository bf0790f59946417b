using Dapper;
using Npgsql;

namespace SurveyGap.Web.Tests.Database;

/// <summary>What in a database would let one client's rows out; read from the catalogue alone, so that it also finds tables that nobody thought of.</summary>
internal static class SchemaFaults
{
    /// <summary>Every policy that is not the tenant's, with who may read through it.</summary>
    private static readonly string[] OtherPolicies =
    [
        "audit.administrator for SELECT to surveygap_app",
        "client.administrator for SELECT to surveygap_app",
        "api_key.resolver for SELECT to surveygap_resolver",
        "audit.resolver for SELECT to surveygap_resolver",
        "audit.oldest for DELETE to surveygap_resolver",
        "benchmark_consent.resolver for SELECT to surveygap_resolver",
        "client.own for SELECT to surveygap_app",
        "membership.administrator for SELECT to surveygap_app",
        "membership.own for SELECT to surveygap_app",
        "client.resolver for SELECT to surveygap_resolver",
        "invitation.resolver for SELECT to surveygap_resolver",
        "mailing.resolver for SELECT to surveygap_resolver",
        "open_link.resolver for SELECT to surveygap_resolver",
        "outbox.resolver for SELECT to surveygap_resolver",
        "people_import.resolver for SELECT to surveygap_resolver",
        "report_link.resolver for SELECT to surveygap_resolver",
        "study.resolver for SELECT to surveygap_resolver",
        "wave.resolver for SELECT to surveygap_resolver",
    ];

    private static readonly string[] BelongToNoClient = ["account", "migration_history", "recovery_code"];

    private const string FaultsSql = """
        with tenant_table as (
            select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, a.attnum
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        )
        select 'the app''s role may ' || may
        from pg_roles, unnest(array['be superuser', 'bypass policies', 'create roles', 'create databases'],
                              array[rolsuper, rolbypassrls, rolcreaterole, rolcreatedb]) power (may, has)
        where rolname in ('surveygap_app', 'surveygap_resolver') and has
        union all
        select 'the app''s role is a member of ' || roleid::regrole from pg_auth_members where member = 'surveygap_app'::regrole
        union all
        select roleid::regrole || ' has the member ' || member::regrole
        from pg_auth_members where roleid = 'surveygap_resolver'::regrole and to_jsonb(pg_auth_members) ->> 'set_option' is distinct from 'false'
        union all
        select 'the app''s role owns ' || pg_describe_object(classid, objid, objsubid)
        from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = 'surveygap_app'::regrole and deptype = 'o'
        union all
        select relname || ' is not under forced row-level security' from tenant_table where not (relrowsecurity and relforcerowsecurity)
        union all
        select relname || ' has no tenant policy' from tenant_table
        where not exists (select from pg_policies p
                          where p.schemaname = 'public' and p.tablename = relname and p.policyname = 'tenant'
                            and p.permissive = 'PERMISSIVE' and p.cmd = 'ALL' and p.roles = '{public}' and p.with_check is null
                            and p.qual = '(client_id = (NULLIF(current_setting(''app.client''::text, true), ''''::text))::uuid)')
        union all
        select relname || ' has no primary key that begins with client_id' from tenant_table
        where not exists (select from pg_index i where i.indrelid = oid and i.indisprimary and i.indkey[0] = attnum)
        union all
        select relname || ' belongs to no client' from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm', 'f')
          and oid not in (select oid from tenant_table) and relname <> all (@BelongToNoClient)
        union all
        select relname || ' is a view with its owner''s eyes' from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)
        union all
        select proname || ' runs with another''s rights, and is not as it must be' from pg_proc
        where pronamespace = 'public'::regnamespace and prosecdef
          and not (proowner = 'surveygap_resolver'::regrole and proconfig @> array['search_path=pg_catalog, pg_temp']
                   and not exists (select from aclexplode(proacl) where grantee not in ('surveygap_app'::regrole, proowner)))
        union all
        select 'the table ' || relname || ' has a sequence' from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
        """;

    private const string OtherPoliciesSql = """
        select tablename || '.' || policyname || ' for ' || cmd || ' to ' || array_to_string(roles, ', ')
        from pg_policies where policyname <> 'tenant' order by 1
        """;

    public static async Task<IReadOnlyList<string>> Of(NpgsqlConnection database)
    {
        var policies = await database.QueryAsync<string>(OtherPoliciesSql);
        return
        [
            .. await database.QueryAsync<string>(FaultsSql, new { BelongToNoClient }),
            .. policies.Except(OtherPolicies).Select(policy => $"unexpected policy {policy}"),
            .. OtherPolicies.Except(policies).Select(policy => $"missing policy {policy}"),
        ];
    }
}
