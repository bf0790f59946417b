using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Closing;

/// <summary>Segments as literals: a million responses share a few combinations, so each is written once.</summary>
internal sealed class ArrayLiterals
{
    // Coarsening gives all responses of a combination the same list.
    private readonly Dictionary<IReadOnlyList<string?>, string> _known = new(ReferenceEqualityComparer.Instance);

    public string Of(IReadOnlyList<string?> segments)
    {
        if (!_known.TryGetValue(segments, out var literal))
            _known.Add(segments, literal = ArrayLiteral.Of(segments));
        return literal;
    }
}
