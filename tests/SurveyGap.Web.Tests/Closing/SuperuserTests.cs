using System.Security.Cryptography;
using System.Text;
using Dapper;
using SurveyGap.Testing;
using SurveyGap.Web.Tests.Answering;

namespace SurveyGap.Web.Tests.Closing;

/// <summary>Searches all that the database's superuser can read.</summary>
public sealed class SuperuserTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly string _comment = $"Wasserschaden {RandomNumberGenerator.GetHexString(16)}";

    [Fact]
    public async Task While_a_wave_is_open_no_comment_can_be_read_anywhere_in_the_database()
    {
        using var round = await Round.Open(database);
        await round.Answer(round.People[^1], comment: _comment);
        await database.Checkpoint();

        Assert.Empty(ClusterFiles.With(database, Encoding.UTF8.GetBytes(_comment)));
    }

    [Fact]
    public async Task The_same_search_finds_a_comment_that_is_stored_in_the_open()
    {
        using var round = await Round.Open(database);
        await database.Client.Run(round.Client, db => db.ExecuteAsync("update client set imprint = @comment where client_id = @client", new { round.Client, comment = _comment }), TestContext.Current.CancellationToken);
        await database.Checkpoint();

        Assert.NotEmpty(ClusterFiles.With(database, Encoding.UTF8.GetBytes(_comment)));
    }
}
