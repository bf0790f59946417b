using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// Append-only, and without foreign keys: it outlives what it speaks of.
// Events of the whole installation stand under the nil uuid as client.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Audit : Step
{
    public const string Id = "0008_audit";

    protected override string Sql => """
        create table audit (
            client_id   uuid        not null,
            audit_id    uuid        not null,
            at          timestamptz not null,
            account_id  uuid,
            action      text        not null check (length(action) between 1 and 100),
            subject     jsonb       not null default '{}',
            primary key (client_id, audit_id)
        );
        create index audit_at on audit (client_id, at);
        grant select, insert on audit to surveygap_app;

        """ + Tenant.Only("audit");
}
