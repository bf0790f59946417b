using System.Text.Json;
using System.Text.Json.Serialization;

namespace SurveyGap.Analysis.Counts;

/// <summary>How a release's counts are stored: compact JSON, the same bytes for the same counts.</summary>
public static class CountsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The counts as UTF-8 JSON.</summary>
    public static byte[] Write(WaveCounts counts) => JsonSerializer.SerializeToUtf8Bytes(counts, Options);

    /// <summary>The counts of a stored release.</summary>
    /// <exception cref="JsonException">The bytes are no counts of a form that this version reads.</exception>
    public static WaveCounts Read(ReadOnlySpan<byte> json)
    {
        var counts = JsonSerializer.Deserialize<WaveCounts>(json, Options) ?? throw new JsonException("The counts are empty.");
        return counts.Format == WaveCounts.CurrentFormat
            ? counts
            : throw new JsonException($"The counts have form {counts.Format}; this version reads form {WaveCounts.CurrentFormat}.");
    }
}
