using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// What proves a person besides the password. Like accounts, it belongs to no client.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class SecondFactor : Step
{
    public const string Id = "0010_second_factor";

    protected override string Sql => """
        alter table account
            add column totp_step       bigint,      -- the last that was used: no code works twice
            add column link_mailed_at  timestamptz; -- whoever asks for a password link again and again fills no mailbox

        create table recovery_code (
            account_id  uuid   not null references account on delete cascade,
            code_hash   bytea  not null check (length(code_hash) = 32),
            primary key (account_id, code_hash)
        );
        grant select, insert, delete on recovery_code to surveygap_app;
        """;
}
