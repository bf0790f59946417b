using System.Text.RegularExpressions;

namespace SurveyGap.Architecture.Tests;

/// <summary>Rules that every file keeps.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] Written = ["src", "migrations", "tests", "bench", "dev.d"];

    [Fact]
    public void Program_is_a_table_of_contents() =>
        Assert.InRange(Repository.Text("src/SurveyGap.Web/Program.cs").Split('\n').Length, 1, 79);

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var offenders = Written.Where(folder => Directory.Exists(Path.Combine(Repository.Root, folder)))
            .SelectMany(folder => Repository.Files(folder, ".cs", ".cshtml", ".css", ".js", ".sh"))
            .Append("dev")
            .Select(path => (path, lines: Repository.Text(path).Split('\n').Length - 1))
            .Where(file => file.lines > 300);

        Assert.Empty(offenders);
    }

    // The build sees everything else of style; this the formatter would, after it has loaded the whole solution.
    [Fact]
    public void Imports_stand_in_their_order()
    {
        var offenders = Written.Where(folder => Directory.Exists(Path.Combine(Repository.Root, folder)))
            .SelectMany(folder => Repository.Files(folder, ".cs"))
            .Where(path => Import().Matches(Repository.Text(path)).Select(Rank).ToList() is var imports && !imports.SequenceEqual(imports.Order(StringComparer.OrdinalIgnoreCase)));

        Assert.Empty(offenders);

        // Namespaces, then static members, then other names; System before everybody else.
        static string Rank(Match import)
        {
            var (kind, name) = (import.Groups["kind"].Value, import.Groups["name"].Value);
            var place = kind == "static " ? 1 : name.Contains('=', StringComparison.Ordinal) ? 2 : 0;
            return $"{place}{(name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)}{name.Replace('.', '\u0001')}";
        }
    }

    [Fact]
    public void Time_and_randomness_come_in()
    {
        var offenders = from path in Repository.Files("src", ".cs", ".cshtml")
                        from Match match in HiddenInput().Matches(Repository.Text(path))
                        select $"{path}: {match.Value}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Data_is_never_written_as_raw_markup() =>
        Assert.DoesNotContain(Repository.Files("src", ".cshtml", ".cs"), path => Repository.Text(path).Contains("Html.Raw", StringComparison.Ordinal));

    [Fact]
    public void No_page_carries_inline_style_or_script_attributes() =>
        Assert.DoesNotContain(Repository.Files("src", ".cshtml"), path => InlineAttribute().IsMatch(Repository.Text(path)));

    [Fact]
    public void Error_details_of_the_database_stay_off() =>
        Assert.DoesNotContain(Repository.Files("src", ".cs", ".json"), path => ErrorDetail().IsMatch(Repository.Text(path)));

    [GeneratedRegex(@"^(global )?using (?<kind>static )?(?<name>[\w.]+( = .+)?);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|Guid\.CreateVersion7\(\)|new Random\(|Random\.Shared", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenInput();

    [GeneratedRegex("""<[^>]*\s(style|onclick|onload|onchange|onsubmit)\s*=\s*["']""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineAttribute();

    [GeneratedRegex(@"Include\s?Error\s?Detail", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ErrorDetail();
}
