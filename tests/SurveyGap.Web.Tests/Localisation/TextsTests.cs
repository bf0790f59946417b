using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SurveyGap.Web.Platform.Localisation;

namespace SurveyGap.Web.Tests.Localisation;

/// <summary>Each feature has its texts beside its views, in every language the same ones, and no one too many.</summary>
public sealed partial class TextsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "src", "SurveyGap.Web"));

    public static TheoryData<string> Features => new(Directory.EnumerateFiles(Path.Combine(Root, "Features"), "Texts.de.resx", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!)));

    [Fact]
    public void The_workspace_speaks_German_and_English() =>
        Assert.Superset(new HashSet<string> { "de", "en" }, Languages.Workspace.ToHashSet());

    [Theory]
    [MemberData(nameof(Features))]
    public void Every_language_has_the_same_keys(string feature)
    {
        var german = Keys(feature, "de");

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, feature), "Texts.*.resx"))
            Assert.Equal(german, Keys(feature, Path.GetFileName(file).Split('.')[1]));
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void Every_language_fills_the_same_places(string feature)
    {
        var german = Texts(feature, "de").ToDictionary(text => text.Key, text => Places(text.Value));

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, feature), "Texts.*.resx"))
        {
            var language = Path.GetFileName(file).Split('.')[1];
            Assert.All(Texts(feature, language), text => Assert.Equal(german[text.Key], Places(text.Value)));
        }
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void Every_key_that_is_used_exists_and_every_key_is_used(string feature)
    {
        var keys = Keys(feature, "de");
        var mentioned = Mentioned(feature).ToList();

        var missing = Used(feature).Where(use => !keys.Any(use.IsMatch)).Select(use => use.ToString()).ToList();
        var unused = keys.Where(key => !mentioned.Any(mention => mention.IsMatch(key))).ToList();

        Assert.Empty(missing);
        Assert.Empty(unused);
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void German_is_written_as_in_Switzerland(string feature) =>
        Assert.DoesNotContain(Texts(feature, "de"), text => text.Value.Contains('ß', StringComparison.Ordinal) || text.Value.Contains('"', StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Features))]
    public void English_is_quoted_as_in_English(string feature) =>
        Assert.DoesNotContain(Texts(feature, "en"), text => text.Value.Contains('«', StringComparison.Ordinal));

    [Theory]
    [InlineData("Early.Lead")]
    [InlineData("Closed.Lead")]
    [InlineData("Already.Withdraw.Text")]
    public void In_Italian_no_masculine_article_stands_before_a_weekday_for_Sunday_has_another(string key) =>
        Assert.DoesNotMatch(@"\b(il|al) \{0\}", Texts(Path.Combine("Features", "Answering"), "it").Single(text => text.Key == key).Value);

    // T["Key"], T[$"State.{state}"] (what stands in braces may be anything).
    private static IEnumerable<Regex> Used(string feature) => Found(feature, feature.EndsWith("Shared", StringComparison.Ordinal) ? CommonUse() : OwnUse());

    // Keys are also chosen in code: any text in quotes may name one, if it begins with a word.
    private static IEnumerable<Regex> Mentioned(string feature) => Found(feature, Quoted());

    private static IEnumerable<Regex> Found(string feature, Regex use)
    {
        var folder = feature.EndsWith("Shared", StringComparison.Ordinal) ? "Features" : feature;
        return from text in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs*", SearchOption.AllDirectories).Select(File.ReadAllText)
               from Match match in use.Matches(text)
               select new Regex($"^{string.Join(".+", Brace().Split(match.Groups["key"].Value).Select(Regex.Escape))}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    private static List<string> Keys(string feature, string language) =>
        [.. Texts(feature, language).Select(text => text.Key).Order(StringComparer.Ordinal)];

    private static IEnumerable<KeyValuePair<string, string>> Texts(string feature, string language) =>
        XDocument.Load(Path.Combine(Root, feature, $"Texts.{language}.resx")).Root!.Elements("data")
            .Select(data => KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")!.Value));

    private static string Places(string text) =>
        string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"\bCommon\[\$?""(?<key>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommonUse();

    [GeneratedRegex(@"\bT\[\$?""(?<key>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnUse();

    [GeneratedRegex(@"""(?<key>\w{2,}[^""\n]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Brace();

    [GeneratedRegex(@"\{\d\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
