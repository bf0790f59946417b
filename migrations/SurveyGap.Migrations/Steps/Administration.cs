using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// Administrators see who belongs where and what was done. Of what a client asks, hears and answers they see nothing.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class Administration : Step
{
    public const string Id = "0011_administration";

    protected override string Sql => """
        create policy administrator on membership for select to surveygap_app
            using (exists (select from account
                           where account_id = nullif(current_setting('app.account', true), '')::uuid
                             and is_administrator and disabled_at is null));
        create policy administrator on audit for select to surveygap_app
            using (exists (select from account
                           where account_id = nullif(current_setting('app.account', true), '')::uuid
                             and is_administrator and disabled_at is null));
        create index audit_time on audit (at);
        create index audit_account on audit (account_id, at);
        """;
}
