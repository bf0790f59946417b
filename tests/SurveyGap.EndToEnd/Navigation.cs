using Microsoft.Playwright;

namespace SurveyGap.EndToEnd;

internal static class Navigation
{
    /// <summary>Does what leads to another page, be its address the same, and waits until that page is there.</summary>
    public static async Task Leave(this IPage page, Func<Task> action)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage loaded) => arrived.TrySetResult();
        page.Load += Arrive;
        await action();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Arrive;
    }
}
