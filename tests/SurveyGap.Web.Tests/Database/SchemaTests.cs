using System.Reflection;
using Dapper;
using Microsoft.EntityFrameworkCore.Migrations;
using SurveyGap.Migrations;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Database;

/// <summary>The migrated schema lets nothing out, and the check that says so would notice.</summary>
public sealed class SchemaTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_schema_has_no_hole()
    {
        await using var owner = await TestDatabase.Connect(database.Owner);

        Assert.Empty(await SchemaFaults.Of(owner));
    }

    [Fact]
    public async Task Dropping_any_one_policy_is_noticed()
    {
        await using var owner = await TestDatabase.Connect(database.Owner);
        var policies = (await owner.QueryAsync<(string Table, string Policy)>("select tablename, policyname from pg_policies")).ToList();

        Assert.True(policies.Count > 20);
        foreach (var (table, policy) in policies)
            Assert.Contains(await FaultsAfter($"drop policy {policy} on {table}"), fault => fault.Contains(table, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("create table new_table (client_id uuid not null, n int not null, primary key (client_id, n))")]
    [InlineData("create table new_table (n int primary key)")]
    [InlineData("create view new_table as select * from wave")]
    [InlineData("alter table ballot no force row level security")]
    [InlineData("alter table ballot disable row level security")]
    [InlineData("create policy everybody on ballot using (true)")]
    [InlineData("alter policy tenant on ballot using (true)")]
    [InlineData("alter policy tenant on ballot with check (true)")]
    [InlineData("alter policy own on client to public")]
    [InlineData("alter table comment drop constraint comment_pkey")]
    [InlineData("create function peek() returns bigint language sql security definer as 'select count(*) from ballot'")]
    [InlineData("create sequence ballot_number")]
    public async Task Any_other_hole_is_noticed(string change) =>
        Assert.NotEmpty(await FaultsAfter(change));

    // Of a wave that its statistics do not know yet PostgreSQL expects one row, whichever index finds it.
    [Fact]
    public async Task No_index_over_people_or_mails_can_be_taken_for_the_primary_key()
    {
        await using var owner = await TestDatabase.Connect(database.Owner);

        Assert.Empty(await owner.QueryAsync<string>("""
            select i.indexrelid::regclass::text
            from   pg_index i
            join   pg_index p on p.indrelid = i.indrelid and p.indisprimary
            where  i.indrelid in ('invitation'::regclass, 'outbox'::regclass) and not i.indisprimary and i.indkey[0] = p.indkey[0]
            """));
    }

    [Fact]
    public void The_list_of_steps_names_every_class()
    {
        var classes = typeof(SchemaContext).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();

        Assert.Equal(classes.Order(StringComparer.Ordinal), Schema.Steps);
    }

    private async Task<IReadOnlyList<string>> FaultsAfter(string change)
    {
        await using var owner = await TestDatabase.Connect(database.Owner);
        await using var undone = await owner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await owner.ExecuteAsync(change);
        return await SchemaFaults.Of(owner);
    }
}
