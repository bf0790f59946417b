namespace SurveyGap.Reports.Tests.Pdf.Reading;

/// <summary>«/Name».</summary>
public sealed record NameValue(string Value);

/// <summary>«12 0 R».</summary>
public sealed record ReferenceValue(int Number);

/// <summary>A word of a content stream, such as «Tj».</summary>
public sealed record OperatorValue(string Value);

/// <summary>A stream with its dictionary, as it lies in the file.</summary>
public sealed record StreamValue(DictionaryValue Dictionary, ReadOnlyMemory<byte> Raw);

/// <summary>A dictionary whose references lead on by themselves.</summary>
public sealed class DictionaryValue(Func<object?, object?> resolve)
{
    public Dictionary<string, object?> Entries { get; } = [];

    /// <summary>The entry, its reference followed; null if there is none.</summary>
    public object? this[string name] => resolve(Entries.GetValueOrDefault(name));

    public DictionaryValue? Dictionary(string name) => this[name] switch
    {
        DictionaryValue dictionary => dictionary,
        StreamValue stream => stream.Dictionary,
        _ => null,
    };

    /// <summary>The values of an array, references followed; empty if there is none.</summary>
    public List<object?> Array(string name) => (this[name] as List<object?>)?.ConvertAll(value => resolve(value)) ?? [];

    /// <summary>The numbers of the objects that an array refers to.</summary>
    public List<int> References(string name) => (this[name] as List<object?>)?.OfType<ReferenceValue>().Select(r => r.Number).ToList() ?? [];

    public double Number(string name) => this[name] is double number ? number : throw new InvalidDataException($"/{name} is no number.");

    public string? Name(string name) => (this[name] as NameValue)?.Value;

    public string? Text(string name) => this[name] is byte[] text ? PdfText.Decode(text) : null;

    /// <summary>The number of the object that the entry refers to; null if it does not refer.</summary>
    public int? ReferenceTo(string name) => (Entries.GetValueOrDefault(name) as ReferenceValue)?.Number;
}
