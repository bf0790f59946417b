using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace SurveyGap.Web.Features.Answering;

/// <summary>One person's page, with holes where it says something that is only theirs.</summary>
internal sealed class PageTemplate
{
    // What stands between the holes, and which hole comes after it; none after the last.
    private readonly List<(byte[] Text, int? Hole)> _parts = [];

    /// <param name="page">The page as it was written for somebody.</param>
    /// <param name="theirs">What is to become the holes: random values, so that they stand nowhere else.</param>
    public PageTemplate(string page, params string[] theirs)
    {
        var start = 0;
        foreach (Match match in Regex.Matches(page, string.Join('|', theirs.Select(Regex.Escape)), RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            _parts.Add((Encoding.UTF8.GetBytes(page[start..match.Index]), Array.IndexOf(theirs, match.Value)));
            start = match.Index + match.Length;
        }

        _parts.Add((Encoding.UTF8.GetBytes(page[start..]), null));
    }

    /// <summary>The page for somebody else.</summary>
    public async Task Write(HttpResponse response, params string[] theirs)
    {
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = _parts.Sum(part => part.Text.Length + (part.Hole is { } hole ? Encoding.UTF8.GetByteCount(theirs[hole]) : 0));
        foreach (var (text, hole) in _parts)
        {
            response.BodyWriter.Write(text);
            if (hole is not null)
                Encoding.UTF8.GetBytes(theirs[hole.Value], response.BodyWriter);
        }

        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }
}
