using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// No time, no sequence, no default that tells when. Ballot and draft have no foreign key on purpose:
// its check would lock, and so write, the wave's row at each submit. Closing deletes them.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Answers : Step
{
    public const string Id = "0005_answers";

    protected override string Sql => """
        create table ballot (
            client_id   uuid  not null,
            wave_id     uuid  not null,
            answer_key  bytea not null check (length(answer_key) = 32),
            sealed      bytea not null check (length(sealed) <= 1048576),
            primary key (client_id, wave_id, answer_key)
        );
        grant select, insert, delete on ballot to surveygap_app;

        create table draft (
            client_id  uuid  not null,
            wave_id    uuid  not null,
            draft_key  bytea not null check (length(draft_key) = 32),
            sealed     bytea not null check (length(sealed) <= 1048576),
            primary key (client_id, wave_id, draft_key)
        );
        grant select, insert, update, delete on draft to surveygap_app;

        create table response (
            client_id  uuid     not null,
            wave_id    uuid     not null,
            ordinal    integer  not null, -- the place after shuffling
            audience   smallint not null check (audience between 1 and 3),
            segments   text[]   not null, -- in the wave's order; null where withheld
            answers    bytea    not null check (length(answers) <= 65536),
            primary key (client_id, wave_id, ordinal),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        grant select, insert, delete on response to surveygap_app;

        create table comment (
            client_id     uuid     not null,
            wave_id       uuid     not null,
            ordinal       integer  not null, -- shuffled apart from the responses
            audience      smallint not null check (audience between 1 and 3),
            question_key  text     not null check (length(question_key) between 1 and 100),
            text          text     not null check (length(text) between 1 and 10000),
            primary key (client_id, wave_id, ordinal),
            foreign key (client_id, wave_id) references wave on delete cascade
        );
        grant select, insert, delete on comment to surveygap_app;

        """ + Tenant.Only("ballot", "draft", "response", "comment");
}
