using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SurveyGap.Migrations.Steps;

// Customers need not trust their employer: with a reason that everybody reads, fewer of them are enough. Employees never.
[DbContext(typeof(SchemaContext)), Migration(Id)]
public sealed class CustomerMinimum : Step
{
    public const string Id = "0062_customer_minimum";

    protected override string Sql => """
        alter table wave
            add column customer_minimum         integer not null default 5 check (customer_minimum between 3 and 100),
            add column customer_minimum_reason  text    check (length(customer_minimum_reason) between 10 and 500);
        alter table wave no force row level security; -- under which the owner sees no row to update
        update wave set customer_minimum = minimum;
        alter table wave force row level security;
        alter table wave
            add constraint wave_minimum_of_employees check (minimum >= 5),
            add constraint wave_minimum_of_customers check (customer_minimum >= 5 or customer_minimum_reason is not null);
        """;
}
