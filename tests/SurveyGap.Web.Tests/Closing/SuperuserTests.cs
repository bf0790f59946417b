using System.Security.Cryptography;
using System.Text;
using Dapper;
using SurveyGap.Testing;
using SurveyGap.Web.Tests.Answering;

namespace SurveyGap.Web.Tests.Closing;

/// <summary>Reads what the database's superuser can read: every file of the cluster, its log and its WAL.</summary>
public sealed class SuperuserTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly string _comment = $"Wasserschaden {RandomNumberGenerator.GetHexString(16)}";

    [Fact]
    public async Task While_a_wave_is_open_no_comment_can_be_read_anywhere_in_the_database()
    {
        using var round = await Round.Open(database);
        await round.Answer(round.People[^1], comment: _comment);
        await database.Checkpoint();

        Assert.Empty(FilesWith(_comment));
    }

    [Fact]
    public async Task The_same_search_finds_a_comment_that_is_stored_in_the_open()
    {
        using var round = await Round.Open(database);
        await database.Client.Run(round.Client, db => db.ExecuteAsync("update client set imprint = @comment where client_id = @client", new { round.Client, comment = _comment }), TestContext.Current.CancellationToken);
        await database.Checkpoint();

        Assert.NotEmpty(FilesWith(_comment));
    }

    private List<string> FilesWith(string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return
        [
            .. Directory.EnumerateFiles(database.Files, "*", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).StartsWith(".s.", StringComparison.Ordinal)) // the server's socket
                .Where(file => Contains(file, wanted)),
        ];
    }

    private static bool Contains(string file, byte[] wanted)
    {
        try
        {
            return File.ReadAllBytes(file).AsSpan().IndexOf(wanted) >= 0;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false; // the server removes temporary files as it works
        }
    }
}
