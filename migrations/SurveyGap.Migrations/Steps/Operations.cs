using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// What who runs the installation asks of all clients at once: whose rows there are to back up, and how many mails wait.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Operations : Step
{
    public const string Id = "0050_operations";

    protected override string Sql => """
        grant select (client_id) on client, audit to surveygap_resolver;
        create policy resolver on client for select to surveygap_resolver using (true);
        create policy resolver on audit  for select to surveygap_resolver using (true);

        -- The audit outlives its client, and knows one more: the nil uuid, for the installation itself.
        create function every_client() returns table (client_id uuid)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
            select c.client_id from public.client c union select a.client_id from public.audit a
        $$;

        create function outbox_depth() returns bigint
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
            select count(*) from public.outbox o where o.state in ('queued', 'sending')
        $$;

        """ + HandOver.ToResolver;
}
