using System.Text.Json;
using System.Text.Json.Serialization;

namespace SurveyGap.Analysis.Statistics;

/// <summary>A two-sided 95 % interval, both limits included. Written to JSON as [low, high].</summary>
/// <param name="Low">Lower limit, in the unit of its estimate.</param>
/// <param name="High">Upper limit, in the unit of its estimate.</param>
[JsonConverter(typeof(IntervalConverter))]
public sealed record Interval(double Low, double High)
{
    /// <summary>Half of the width.</summary>
    [JsonIgnore]
    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether the value lies between the limits, limits included.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Estimate ± half-width, clipped to the range that the quantity can have.</summary>
    internal static Interval Around(double estimate, double halfWidth, double least, double greatest) =>
        new(Math.Clamp(estimate - halfWidth, least, greatest), Math.Clamp(estimate + halfWidth, least, greatest));

    /// <summary>The interval of the negated quantity.</summary>
    internal Interval Negated() => new(-High, -Low);
}

internal sealed class IntervalConverter : JsonConverter<Interval>
{
    public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var limits = JsonSerializer.Deserialize<double[]>(ref reader, options);
        return limits is [var low, var high] ? new Interval(low, high) : throw new JsonException("An interval is [low, high].");
    }

    public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Low);
        writer.WriteNumberValue(value.High);
        writer.WriteEndArray();
    }
}
