using System.Globalization;

namespace SurveyGap.Benchmarks;

/// <summary>What work leaves to the collector, whose threads are all that two reports at a time share.</summary>
internal static class Garbage
{
    private const int Times = 500;

    public static string Of(Action work)
    {
        var (bytes, paused) = (GC.GetAllocatedBytesForCurrentThread(), GC.GetTotalPauseDuration());
        int[] before = [.. Enumerable.Range(0, GC.MaxGeneration + 1).Select(GC.CollectionCount)];
        for (var i = 0; i < Times; i++)
            work();

        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / 1e6 / Times;
        var milliseconds = (GC.GetTotalPauseDuration() - paused).TotalMilliseconds / Times;
        var collections = before.Select((count, generation) => (GC.CollectionCount(generation) - count) * 1000 / Times);
        return string.Create(CultureInfo.InvariantCulture,
            $"A report allocates {megabytes:0.00} MB and pauses for {milliseconds:0.000} ms; a thousand collect generations 0, 1 and 2 {string.Join(", ", collections)} times.");
    }
}
