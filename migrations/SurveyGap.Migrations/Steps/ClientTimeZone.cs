using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// What new waves of a client begin with; each wave keeps its own.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class ClientTimeZone : Step
{
    public const string Id = "0063_client_time_zone";

    protected override string Sql => """
        alter table client
            add column time_zone text not null default 'Europe/Zurich' check (length(time_zone) between 1 and 64);
        """;
}
