using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// Beside its row a ballot was three pieces in another table and three entries in an index, to be written, read and deleted one by one.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class BallotRows : Step
{
    public const string Id = "0064_ballot_rows";

    protected override string Sql => """
        alter table ballot set (toast_tuple_target = 8160);
        """;
}
