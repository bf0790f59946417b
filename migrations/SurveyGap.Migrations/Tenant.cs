namespace SurveyGap.Migrations;

/// <summary>The policy that every table with a client_id carries. Frozen: steps that ran were made of these words.</summary>
internal static class Tenant
{
    // After a transaction that set it the setting is '' and not NULL: a bare cast would throw.
    // FORCE, because the owner shall see no more than the tenant that it names either.
    public static string Only(params string[] tables) => string.Concat(tables.Select(table => $"""

        alter table {table} enable row level security, force row level security;
        create policy tenant on {table}
            using (client_id = nullif(current_setting('app.client', true), '')::uuid);

        """));
}
