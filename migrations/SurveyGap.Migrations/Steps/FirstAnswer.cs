using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class FirstAnswer : Step
{
    public const string Id = "0025_first_answer";

    protected override string Sql => """
        -- Whether customers find the first question in the mail, with a link for each rating.
        alter table study add column first_answer_in_mail boolean not null default false;
        """;
}
