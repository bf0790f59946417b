using SurveyGap.Testing;
using SurveyGap.Web.Platform.Erasures;

namespace SurveyGap.Web.Tests.Platform;

/// <summary>What was deleted for good stays on the list, whatever befell the file.</summary>
public sealed class ErasureLogTests : IDisposable
{
    private readonly string _folder = TestCluster.NewFolder();

    [Theory]
    [InlineData("2026-11-2")]
    [InlineData("2026-11-21T12:00:00.0000000+00:00 person 22222222-2222")]
    public async Task A_line_that_was_cut_off_takes_no_later_one_with_it(string cutOff)
    {
        ErasureLog log = new(Path.Combine(_folder, "erasures.log"), TimeProvider.System);
        Guid[] clients = [Guid.NewGuid(), Guid.NewGuid()];
        log.Client(clients[0]);
        await File.AppendAllTextAsync(log.File, cutOff, TestContext.Current.CancellationToken);

        log.Client(clients[1]);

        Assert.Equal(clients, log.Since(DateTimeOffset.MinValue).Select(erasure => erasure.Client));
        Assert.Equal(cutOff, (await File.ReadAllLinesAsync(log.File, TestContext.Current.CancellationToken))[1]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
