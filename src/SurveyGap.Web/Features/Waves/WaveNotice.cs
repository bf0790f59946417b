namespace SurveyGap.Web.Features.Waves;

/// <summary>What somebody should know about a wave, the most urgent first.</summary>
public enum WaveNotice
{
    /// <summary>Its time is over, and it has not been closed.</summary>
    Overdue,

    /// <summary>It should be open, and nobody has agreed to that, or something is missing.</summary>
    OpensLate,

    /// <summary>Mails fail for a reason that somebody can do something about.</summary>
    MailsFailing,

    /// <summary>Three days or less until it closes.</summary>
    ClosesSoon,

    /// <summary>A group hesitates to answer.</summary>
    LowResponse,

    /// <summary>Three days or less until it opens, and nobody has agreed to that yet.</summary>
    OpensSoon,

    /// <summary>It was closed within the last week.</summary>
    NewResults,
}

/// <summary>Reads from a wave what there is to know at a moment.</summary>
public static class WaveNotices
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);
    private static readonly TimeSpan New = TimeSpan.FromDays(7);

    // The opening job comes by every half minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static IEnumerable<WaveNotice> Of(WaveSummary wave, DateTimeOffset now) => wave.State switch
    {
        WaveState.Draft => OfDraft(wave, now),
        WaveState.Open => OfOpen(wave, now),
        _ => now - wave.ClosedAt <= New ? [WaveNotice.NewResults] : [],
    };

    private static IEnumerable<WaveNotice> OfDraft(WaveSummary wave, DateTimeOffset now)
    {
        if (now - wave.OpensAt > Patience)
            yield return WaveNotice.OpensLate;
        else if (wave.OpensAt - now <= Soon && wave.OpeningConfirmedAt is null)
            yield return WaveNotice.OpensSoon;
    }

    private static IEnumerable<WaveNotice> OfOpen(WaveSummary wave, DateTimeOffset now)
    {
        if (wave.MailsFailing)
            yield return WaveNotice.MailsFailing;
        if (now >= wave.ClosesAt)
            yield return WaveNotice.Overdue;
        else if (wave.ClosesAt - now <= Soon)
            yield return WaveNotice.ClosesSoon;
        // Until then it would come too early, and after the end too late.
        if (now < wave.ClosesAt && new WavePage(wave, now).Hesitant is not null)
            yield return WaveNotice.LowResponse;
    }
}
