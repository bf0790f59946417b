using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Studies : Step
{
    public const string Id = "0003_studies";

    protected override string Sql => """
        create table study (
            client_id    uuid        not null references client on delete cascade,
            study_id     uuid        not null,
            name         text        not null check (length(name) between 1 and 200),
            languages    text[]      not null check (cardinality(languages) between 1 and 20),
            archived_at  timestamptz,
            created_at   timestamptz not null,
            primary key (client_id, study_id)
        );
        grant select, insert, update, delete on study to surveygap_app;

        create table questionnaire_version (
            client_id      uuid        not null,
            study_id       uuid        not null,
            version        integer     not null check (version > 0),
            questionnaire  jsonb       not null,
            created_at     timestamptz not null,
            created_by     uuid        references account,
            primary key (client_id, study_id, version),
            foreign key (client_id, study_id) references study on delete cascade
        );
        grant select, insert on questionnaire_version to surveygap_app;

        create table wave (
            client_id             uuid        not null,
            wave_id               uuid        not null,
            study_id              uuid        not null,
            name                  text        not null check (length(name) between 1 and 200),
            opens_at              timestamptz not null,
            closes_at             timestamptz not null check (closes_at > opens_at),
            time_zone             text        not null default 'Europe/Zurich' check (length(time_zone) between 1 and 100),
            minimum               integer     not null default 5 check (minimum between 3 and 100),
            executive_minimum     integer     not null default 3 check (executive_minimum between 3 and 100),
            one_page              boolean     not null default false,
            questionnaire         jsonb, -- frozen at opening
            invited_executive     integer     check (invited_executive >= 0),
            invited_employee      integer     check (invited_employee >= 0),
            invited_customer      integer     check (invited_customer >= 0),
            opened_at             timestamptz,
            closed_at             timestamptz,
            keep_responses_until  timestamptz,
            created_at            timestamptz not null,
            primary key (client_id, wave_id),
            foreign key (client_id, study_id) references study on delete cascade,
            check (opened_at is null or questionnaire is not null),
            check (closed_at is null or opened_at is not null)
        );
        create index wave_study on wave (client_id, study_id);
        create index wave_pending on wave (opens_at) where closed_at is null;
        grant select, insert, update, delete on wave to surveygap_app;

        -- What the wave's results can be split by, in the order of the values in invitations and responses; «language» is one.
        create table segment (
            client_id  uuid    not null,
            wave_id    uuid    not null,
            position   integer not null check (position >= 0),
            key        text    not null check (length(key) between 1 and 100),
            name       text    not null check (length(name) between 1 and 200),
            primary key (client_id, wave_id, position),
            unique (client_id, wave_id, key),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        grant select, insert, update, delete on segment to surveygap_app;

        """ + Tenant.Only("study", "questionnaire_version", "wave", "segment");
}
