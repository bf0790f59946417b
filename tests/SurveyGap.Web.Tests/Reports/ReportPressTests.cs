using SurveyGap.Reports;
using SurveyGap.Web.Features.Reports;

namespace SurveyGap.Web.Tests.Reports;

public sealed class ReportPressTests
{
    [Fact]
    public async Task No_more_are_printed_at_a_time_than_there_are_processors_and_one_that_fails_leaves_its_turn()
    {
        using ReportPress press = new();
        var (now, most, tried) = (0, 0, 0);

        await Task.WhenAll(Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => Task.Run(() =>
            Assert.ThrowsAsync<InvalidOperationException>(() => press.Print(Fail, TestContext.Current.CancellationToken)))));

        Assert.Equal(4 * Environment.ProcessorCount, tried);
        Assert.InRange(most, 1, Environment.ProcessorCount);

        ReportModel Fail()
        {
            lock (press)
            {
                tried++;
                most = Math.Max(most, ++now);
            }

            Thread.Sleep(20);
            lock (press)
                now--;
            throw new InvalidOperationException("There is no such report.");
        }
    }
}
