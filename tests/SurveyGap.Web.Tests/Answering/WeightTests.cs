using System.IO.Compression;
using System.Text.RegularExpressions;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>Every kilobyte costs answers from people with a bad connection.</summary>
public sealed partial class WeightTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_first_page_is_at_most_30_kilobytes_in_three_requests_and_all_of_it_is_ours()
    {
        using var round = await Phone.Wave(app);
        using var phone = new Phone(app);
        var page = await phone.Open(Phone.LinkOf(round, round.People[^1]));

        var parts = Addresses().Matches(page).Select(match => match.Groups["address"].Value).ToList();

        Assert.All(parts, part => Assert.StartsWith("/answering", part, StringComparison.Ordinal));
        Assert.InRange(parts.Count, 1, 2);
        var weight = Compressed(page);
        foreach (var part in parts)
            weight += Compressed(await phone.Read(part));
        Assert.InRange(weight, 1, 30 * 1024);
    }

    [Fact]
    public async Task The_script_is_at_most_10_kilobytes()
    {
        using var phone = new Phone(app);

        Assert.InRange((await phone.Read("/answering.js")).Length, 1, 10 * 1024);
    }

    private static long Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return bytes.Length;
    }

    // What the browser fetches by itself; a data: address is no request.
    [GeneratedRegex("<(link|script|img)[^>]* (href|src)=\"(?!data:)(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();
}
