using SurveyGap.Reports;

namespace SurveyGap.Web.Features.Reports;

/// <summary>
/// Prints reports, as many at a time as there are processors: more of them would be no faster, each takes its memory,
/// and all other pages would wait for a thread.
/// </summary>
public sealed class ReportPress : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    /// <summary>The PDF of a report that is worked out when its turn has come.</summary>
    public async Task<(byte[] Pdf, string Name)> Print(Func<ReportModel> workOut, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            var report = workOut();
            return (GapReport.ToArray(report), ReportFile.NameOf(report));
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
