using System.Data;
using System.Reflection;
using Dapper;
using Npgsql;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Database;

/// <summary>The sweep over all statements of all stores: see <see cref="Statement"/> for how they are found.</summary>
public sealed class StatementTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Type[] Scalars =
        [typeof(string), typeof(byte[]), typeof(Guid), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset)];

    public static TheoryData<string> Names => new(Statement.All.Select(statement => statement.Name).Distinct());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_statement_prepares_and_fills_every_property_of_its_row(string name)
    {
        foreach (var statement in Statement.All.Where(statement => statement.Name == name))
        {
            await using var app = await TestDatabase.Connect(database.App);
            await using var undone = await app.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await MakeTemporaryTables(app, statement);
            await using var reader = await Execute(app, statement, CommandBehavior.SchemaOnly);

            if (statement.Row is { } row)
                AssertFills(row, reader);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_apps_role_may_run_a_statement(string name)
    {
        foreach (var statement in Statement.All.Where(statement => statement.Name == name))
        {
            await using var app = await TestDatabase.Connect(database.App);
            await using var undone = await app.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await MakeTemporaryTables(app, statement);
            var fault = await Record.ExceptionAsync(async () => await (await Execute(app, statement, CommandBehavior.Default)).DisposeAsync());

            // Empty parameters may well break a constraint; that is not the question.
            Assert.DoesNotContain("permission denied", (fault as PostgresException)?.MessageText ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_statement_is_run_by_the_code_of_its_store()
    {
        var used = Statement.All.Where(statement => statement.Call is not null).Select(statement => statement.Name).ToHashSet();

        Assert.NotEmpty(used);
        Assert.All(Statement.All, statement => Assert.Contains(statement.Name, used));
    }

    private static Task<System.Data.Common.DbDataReader> Execute(NpgsqlConnection connection, Statement statement, CommandBehavior behavior) =>
        connection.ExecuteReaderAsync(new CommandDefinition(statement.Sql, statement.EmptyParameters()), behavior);

    private static async Task MakeTemporaryTables(NpgsqlConnection connection, Statement statement)
    {
        var store = statement.Name.Split('.')[0];
        foreach (var table in Statement.All.Where(other => other.Prepares && other != statement && other.Name.StartsWith($"{store}.", StringComparison.Ordinal)).DistinctBy(other => other.Name))
            await connection.ExecuteAsync(table.Sql);
    }

    private static void AssertFills(Type row, System.Data.Common.DbDataReader reader)
    {
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var type = Nullable.GetUnderlyingType(row) ?? row;
        if (type.IsPrimitive || type.IsEnum || Scalars.Contains(type))
        {
            Assert.Single(columns);
            return;
        }

        if (type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
        {
            // Dapper fills a tuple by position.
            Assert.Equal(type.GetGenericArguments().Length, columns.Count);
            return;
        }

        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite).Select(property => property.Name);
        Assert.Equal(
            properties.Order(StringComparer.OrdinalIgnoreCase),
            columns.Select(column => column.Replace("_", "", StringComparison.Ordinal)).Order(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase);
        // Throws if the columns fit no constructor.
        SqlMapper.GetTypeDeserializer(type, reader);
    }
}
