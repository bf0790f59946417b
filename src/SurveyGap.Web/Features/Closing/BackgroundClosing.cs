namespace SurveyGap.Web.Features.Closing;

/// <summary>Closings that somebody asked for on a page: they go on when the page is left, and end with the process, wholly or not at all.</summary>
public sealed class BackgroundClosing(WaveClosing closing, IHostApplicationLifetime app)
{
    // A wave of a few thousand people is closed by then: whoever asks sees no progress but the results.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Begins, and waits a little; null if it goes on.</summary>
    public async Task<Closure?> Begin(ClosingOrder order)
    {
        if (closing.Running(order.Client, order.Wave) is not null)
            return null;

        var whole = closing.Close(order, app.ApplicationStopping);
        return await Task.WhenAny(whole, Task.Delay(Patience)) == whole ? await whole : null;
    }
}
