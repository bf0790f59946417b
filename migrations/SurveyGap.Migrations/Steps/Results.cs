using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Results : Step
{
    public const string Id = "0006_results";

    protected override string Sql => """
        create table release (
            client_id   uuid        not null,
            wave_id     uuid        not null,
            version     integer     not null check (version > 0), -- a later one only rewords
            release_id  uuid        not null,
            counts      jsonb       not null, -- with thresholds, locale and the engine's version
            created_at  timestamptz not null,
            created_by  uuid        references account,
            primary key (client_id, wave_id, version),
            unique (client_id, release_id),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        grant select, insert on release to surveygap_app;

        create table company_figure (
            client_id   uuid        not null,
            wave_id     uuid        not null,
            figure      text        not null check (length(figure) between 1 and 100),
            value       numeric     not null,
            note        text        check (length(note) <= 1000),
            entered_at  timestamptz not null,
            entered_by  uuid        references account,
            primary key (client_id, wave_id, figure),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        grant select, insert, update, delete on company_figure to surveygap_app;

        create table report_link (
            client_id   uuid        not null,
            wave_id     uuid        not null,
            link_id     uuid        not null,
            token_hash  bytea       not null check (length(token_hash) = 32),
            expires_at  timestamptz not null,
            revoked_at  timestamptz,
            created_by  uuid        references account,
            created_at  timestamptz not null,
            primary key (client_id, wave_id, link_id),
            unique (token_hash, client_id),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        grant select, insert, update, delete on report_link to surveygap_app;

        """ + Tenant.Only("release", "company_figure", "report_link");
}
