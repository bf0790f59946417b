using SurveyGap.EndToEnd;

[assembly: AssemblyFixture(typeof(SharedDemo))]

namespace SurveyGap.EndToEnd;

/// <summary>One running demo for all tests that leave its waves as they are.</summary>
public sealed class SharedDemo : IAsyncDisposable
{
    private readonly Lazy<Task<Demo>> _demo = new(() => Demo.Start());

    internal Task<Demo> Running => _demo.Value;

    public async ValueTask DisposeAsync()
    {
        if (_demo.IsValueCreated)
            await (await _demo.Value).DisposeAsync();
    }
}
