namespace SurveyGap.Web.Features.Closing;

/// <summary>A million ballots hold the same few combinations of segments: each is kept once.</summary>
internal sealed class SharedSegments
{
    private readonly Dictionary<string, IReadOnlyList<string?>> _known = [];

    public IReadOnlyList<string?> Of(IReadOnlyList<string?> segments)
    {
        // No segment contains control characters, so nothing collides.
        var name = string.Join('\n', segments.Select(segment => segment ?? "\0"));
        if (!_known.TryGetValue(name, out var shared))
            _known.Add(name, shared = segments);
        return shared;
    }
}
