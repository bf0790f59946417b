using System.Globalization;
using System.Text;

namespace SurveyGap.Reports.Tests.Pdf.Reading;

/// <summary>Reads values from PDF's syntax: in files, in object streams and in content streams.</summary>
internal sealed class PdfParser(ReadOnlyMemory<byte> bytes, Func<object?, object?> resolve, int position = 0)
{
    private static readonly byte[] Delimiters = [.. "()<>[]{}/%"u8];

    public int Position { get; set; } = position;

    private ReadOnlySpan<byte> Rest => bytes.Span[Position..];

    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return Position >= bytes.Length;
        }
    }

    /// <summary>The next value; a word that is no value comes as an operator.</summary>
    public object? Read()
    {
        SkipSpace();
        switch (Rest)
        {
            case [(byte)'/', ..]:
                Position++;
                return new NameValue(Unescape(Word()));
            case [(byte)'(', ..]: return Literal();
            case [(byte)'<', (byte)'<', ..]: return Dictionary();
            case [(byte)'<', ..]: return Hex();
            case [(byte)'[', ..]: return Array();
            default: return NumberOrOperator();
        }
    }

    public void Expect(string word)
    {
        SkipSpace();
        if (!Rest.StartsWith(Encoding.ASCII.GetBytes(word))) throw new InvalidDataException($"«{word}» is missing at {Position}.");
        Position += word.Length;
    }

    public bool Follows(string word)
    {
        SkipSpace();
        return Rest.StartsWith(Encoding.ASCII.GetBytes(word));
    }

    private object? NumberOrOperator()
    {
        var word = Word();
        if (word.Length == 0) throw new InvalidDataException($"Nothing to read at {Position}.");
        if (double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return IsReference(number) is { } reference ? reference : number;
        return word switch { "true" => true, "false" => false, "null" => null, _ => new OperatorValue(word) };
    }

    private ReferenceValue? IsReference(double number)
    {
        var start = Position;
        SkipSpace();
        if (Word() == "0")
        {
            SkipSpace();
            if (Word() == "R") return new ReferenceValue((int)number);
        }
        Position = start;
        return null;
    }

    private DictionaryValue Dictionary()
    {
        var dictionary = new DictionaryValue(resolve);
        Expect("<<");
        while (!Follows(">>"))
        {
            if (Read() is not NameValue name) throw new InvalidDataException($"A key is no name at {Position}.");
            if (!dictionary.Entries.TryAdd(name.Value, Read())) throw new InvalidDataException($"The key /{name.Value} is there twice.");
        }
        Expect(">>");
        return dictionary;
    }

    private List<object?> Array()
    {
        var array = new List<object?>();
        Expect("[");
        while (!Follows("]")) array.Add(Read());
        Expect("]");
        return array;
    }

    private byte[] Hex()
    {
        var end = Rest.IndexOf((byte)'>');
        var text = Convert.FromHexString(Encoding.ASCII.GetString(Rest[1..end]));
        Position += end + 1;
        return text;
    }

    private byte[] Literal()
    {
        var text = new List<byte>();
        for (Position++; Rest[0] != ')'; Position++)
        {
            if (Rest[0] == '\\') Position++;
            else if (Rest[0] == '(') throw new InvalidDataException("A bracket is not escaped.");
            text.Add(Rest[0]);
        }
        Position++;
        return [.. text];
    }

    private string Word()
    {
        var rest = Rest;
        var length = 0;
        while (length < rest.Length && !IsSpace(rest[length]) && !Delimiters.Contains(rest[length])) length++;
        Position += length;
        return Encoding.ASCII.GetString(rest[..length]);
    }

    private static string Unescape(string name) => name.Replace("#2F", "/", StringComparison.Ordinal);

    private void SkipSpace()
    {
        while (Position < bytes.Length && IsSpace(bytes.Span[Position])) Position++;
    }

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;
}
