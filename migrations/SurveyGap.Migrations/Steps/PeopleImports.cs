using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class PeopleImports : Step
{
    public const string Id = "0021_people_imports";

    protected override string Sql => """
        -- A file of people on its way into a wave. The file goes when its people are in, or after a day.
        create table people_import (
            client_id   uuid        not null,
            wave_id     uuid        not null,
            import_id   uuid        not null,
            file_name   text        not null check (length(file_name) <= 300), -- empty: pasted
            content     bytea       check (length(content) <= 33554432),
            audience    smallint    check (audience between 1 and 3), -- of those whose row names none
            language    text        not null check (length(language) between 2 and 20), -- likewise
            columns     text[]      not null, -- what each column is taken for
            state       text        not null default 'read' check (state in ('read', 'running', 'done', 'failed')),
            rows        integer     not null default 0 check (rows >= 0), -- to be added
            rows_done   integer     not null default 0 check (rows_done >= 0),
            touched_at  timestamptz not null, -- a run that is silent for long was cut off
            created_at  timestamptz not null,
            created_by  uuid        references account,
            primary key (client_id, wave_id, import_id),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        grant select, insert, update, delete on people_import to surveygap_app;

        """ + Tenant.Only("people_import");
}
