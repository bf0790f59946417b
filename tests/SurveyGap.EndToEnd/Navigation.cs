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

    /// <summary>From the consultant's first page to the results of the wave that runs, which is closed on the way.</summary>
    public static async Task CloseWave(this IPage ana)
    {
        await ana.GetByRole(AriaRole.Link, new() { Name = "Zur Welle" }).First.ClickAsync();
        await ana.Locator("details.confirm summary").ClickAsync();
        await ana.Locator("details.confirm form button").ClickAsync();
        await ana.WaitForURLAsync("**/results");
    }
}
