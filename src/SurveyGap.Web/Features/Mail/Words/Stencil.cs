using System.Text;
using System.Text.RegularExpressions;

namespace SurveyGap.Web.Features.Mail.Words;

/// <summary>A text with placeholders, taken apart once and filled for each person.</summary>
public sealed partial class Stencil
{
    private readonly List<(string Before, string Name)> _parts = [];
    private readonly string _end;

    public Stencil(string text)
    {
        var start = 0;
        foreach (Match placeholder in Placeholder().Matches(text))
        {
            _parts.Add((text[start..placeholder.Index], placeholder.Groups["name"].Value));
            start = placeholder.Index + placeholder.Length;
        }

        _end = text[start..];
    }

    /// <summary>What it names.</summary>
    public IEnumerable<string> Names => _parts.Select(part => part.Name);

    /// <summary>The text with a value in each place.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values, Func<string, string> encode)
    {
        var filled = new StringBuilder();
        foreach (var (before, name) in _parts)
            filled.Append(before).Append(encode(values[name]));
        return filled.Append(_end).ToString();
    }

    // In an address Markdig writes the braces as %7B and %7D.
    [GeneratedRegex(@"(\{\{|%7B%7B)\s*(?<name>[A-Za-z_-]+)\s*(\}\}|%7D%7D)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
