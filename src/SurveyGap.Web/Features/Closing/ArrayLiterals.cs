namespace SurveyGap.Web.Features.Closing;

/// <summary>
/// Segments as PostgreSQL writes an array of texts: <c>{"de",NULL}</c>. Npgsql sends no arrays of arrays whose lengths may differ,
/// and a million responses share a few combinations, so each is written once.
/// </summary>
internal sealed class ArrayLiterals
{
    // Coarsening gives all responses of a combination the same list.
    private readonly Dictionary<IReadOnlyList<string?>, string> _known = new(ReferenceEqualityComparer.Instance);

    public string Of(IReadOnlyList<string?> segments)
    {
        if (!_known.TryGetValue(segments, out var literal))
            _known.Add(segments, literal = $"{{{string.Join(',', segments.Select(Quoted))}}}");
        return literal;
    }

    private static string Quoted(string? value) =>
        value is null ? "NULL" : $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
