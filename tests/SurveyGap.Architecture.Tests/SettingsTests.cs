using System.Text.RegularExpressions;
using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Architecture.Tests;

/// <summary>The README's table of settings is the whole truth: what the program knows and reads stands there, and nothing else does.</summary>
public sealed partial class SettingsTests
{
    private const string List = "SettingNames.cs";

    // Those that the code does not name in one piece.
    private static readonly string[] ReadOtherwise = ["urls", "data", "Proxies:0"];

    [Fact]
    public void The_README_names_every_setting_that_is_known_and_no_other() =>
        Assert.Equal(SettingNames.Ours.Append("Logging:…").Order(StringComparer.Ordinal), Documented().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_setting_that_is_known_is_read_and_no_other() =>
        Assert.Equal(SettingNames.Ours.Order(StringComparer.Ordinal), Read().Concat(ReadOtherwise).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Read() => Repository.Files("src/SurveyGap.Web", ".cs")
        .Where(path => !path.EndsWith(List, StringComparison.Ordinal))
        .SelectMany(path => FullName().Matches(Repository.Text(path)))
        .Select(match => match.Groups["name"].Value);

    // «`Mail:Dkim:Domain`, `Selector`»: the second is in the first one's section.
    private static IEnumerable<string> Documented()
    {
        var settings = Repository.Text("README.md").Split("\n## ").Single(section => section.StartsWith("Settings\n", StringComparison.Ordinal));
        foreach (Match row in Row().Matches(settings))
        {
            var section = "";
            foreach (Match name in Name().Matches(row.Groups["names"].Value))
            {
                var setting = name.Groups["name"].Value;
                var last = setting.LastIndexOf(':');
                section = last < 0 ? section : setting[..(last + 1)];
                yield return section + setting[(last + 1)..];
            }
        }
    }

    [GeneratedRegex("\"(?<name>[A-Z][A-Za-z]+(:[A-Z][A-Za-z]+)+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FullName();

    [GeneratedRegex(@"^\| (?<names>`[^|]+`) \|[^|]*\|[^|]*\|\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
