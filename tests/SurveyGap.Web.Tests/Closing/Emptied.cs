using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Tests.Answering;

namespace SurveyGap.Web.Tests.Closing;

/// <summary>Looks at what closing would make of a box, and leaves it as it is.</summary>
internal static class Emptied
{
    public static async Task<Outcome> Of(Round round)
    {
        Outcome? seen = null;
        await Assert.ThrowsAsync<OperationCanceledException>(() => round.ClosingStore.Close(round.Order, async (wave, box) =>
        {
            seen = await Emptying.Of(wave, round.WaveKeys, box);
            throw new OperationCanceledException("Only looked.");
        }, _ => { }, TestContext.Current.CancellationToken));
        return seen!;
    }
}
