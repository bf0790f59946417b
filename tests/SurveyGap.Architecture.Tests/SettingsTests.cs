using System.Text.RegularExpressions;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Architecture.Tests;

/// <summary>The README's table of settings is the whole truth: what the program reads stands there, and nothing else does.</summary>
public sealed partial class SettingsTests
{
    // Those of the framework, which the code does not name in one piece.
    private static readonly string[] OfTheFramework =
        ["urls", "data", "Proxies", "ConnectionStrings:SurveyGap", "ConnectionStrings:SurveyGapOwner", "Logging:…"];

    [Fact]
    public void The_README_names_every_setting_that_is_read_and_no_other() =>
        Assert.Equal(Read().Concat(OfTheFramework).Order(StringComparer.Ordinal), Documented().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Read() => Repository.Files("src/SurveyGap.Web", ".cs")
        .SelectMany(path => FullName().Matches(Repository.Text(path)))
        .Select(match => match.Groups["name"].Value)
        .SelectMany(name => name switch
        {
            "Mail:Smtp" => Of<SmtpSettings>(name),
            "Mail:Dkim" => Of<DkimSettings>(name),
            _ => [name],
        })
        .Distinct();

    // A section that is read into a record as a whole.
    private static IEnumerable<string> Of<T>(string section) =>
        typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => $"{section}:{property.Name}");

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
