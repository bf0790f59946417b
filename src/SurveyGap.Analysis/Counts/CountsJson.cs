using System.Text.Json;

namespace SurveyGap.Analysis.Counts;

/// <summary>How a release's counts are stored: compact JSON, the same bytes for the same counts.</summary>
public static class CountsJson
{
    /// <summary>The counts as UTF-8 JSON.</summary>
    public static byte[] Write(WaveCounts counts) => JsonSerializer.SerializeToUtf8Bytes(counts, FigureJson.Options);

    /// <summary>The counts of a stored release.</summary>
    /// <exception cref="JsonException">The bytes are no counts of a form that this version reads.</exception>
    public static WaveCounts Read(ReadOnlySpan<byte> json)
    {
        var counts = JsonSerializer.Deserialize<WaveCounts>(json, FigureJson.Options) ?? throw new JsonException("The counts are empty.");
        return counts.Format == WaveCounts.CurrentFormat
            ? counts
            : throw new JsonException($"The counts have form {counts.Format}; this version reads form {WaveCounts.CurrentFormat}.");
    }
}
