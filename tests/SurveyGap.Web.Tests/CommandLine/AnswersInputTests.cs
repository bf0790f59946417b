using System.Text;
using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web.Tests.CommandLine;

/// <summary>What a consultant reads when a file of answers cannot be used: file, line, column, what to do; and nothing on stdout.</summary>
public sealed class AnswersInputTests : IDisposable
{
    private readonly Console _console = new();

    [Theory]
    [InlineData("audience;reachability\ncustomer;6\n", ": line 2, column 2 (B, «reachability»): «6» is not a rating; write 1 (terrible) to 5 (excellent)")]
    [InlineData("audience;reachability\n;5\n", ": line 2, column 1 (A, «audience»): who answered is missing; write executive, employee or customer.")]
    [InlineData("audience;reachability;reachability\ncustomer;5;5\n", ": line 1, column 3 (C, «reachability»): this header stands here twice, first in column 2; delete or rename one of the two.")]
    public async Task Bad_answers_are_told_with_file_line_and_column(string text, string message)
    {
        var file = _console.File("answers.csv", text);

        await _console.Run("analyze", file);

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.StartsWith(file + message, _console.Error, StringComparison.Ordinal);
        Assert.Empty(_console.Output);
    }

    [Fact]
    public async Task Of_many_faults_the_first_are_told_and_the_rest_counted()
    {
        var file = _console.File("answers.csv", "audience,reachability\n" + string.Concat(Enumerable.Repeat("customer,7\n", 50)));

        await _console.Run("analyze", file);

        var lines = _console.Error.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(21, lines.Length);
        Assert.Equal($"{file}: and 30 more.", lines[^1]);
    }

    [Fact]
    public async Task More_answers_than_invitations_are_bad_input()
    {
        await _console.Run("analyze", Console.Demo, "--invited", "executive=7,employee=84,customer=640");

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Contains("8 answers of executives, but only 7 were invited", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_told()
    {
        await _console.Run("analyze", _console.PathOf("none.csv"));

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Equal($"{_console.PathOf("none.csv")}: there is no such file.", _console.Error.TrimEnd());
    }

    [Theory]
    [InlineData("analyze", "--format", "json")]
    [InlineData("report", "--out", "report.pdf")]
    public async Task Faults_of_earlier_answers_are_told_with_their_file(string verb, string option, string value)
    {
        var earlier = _console.File("spring.csv", "audience,reachability\ncustomer,6\n");

        await _console.Run(verb, Console.Demo, "--earlier", earlier, option, value);

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.StartsWith($"{earlier}: line 2, column 2 (B, «reachability»): «6» is not a rating", _console.Error, StringComparison.Ordinal);
        Assert.Empty(_console.Output);
    }

    // The kernel opens this file and refuses to read its beginning, as a failing disk or a network drive does.
    [Theory]
    [InlineData("/proc/self/mem")]
    [InlineData("wave-1.csv", "--survey", "/proc/self/mem")]
    [InlineData("wave-1.csv", "--earlier", "/proc/self/mem")]
    public async Task A_file_that_fails_while_it_is_read_is_told(string answers, params string[] options)
    {
        await _console.Run(["analyze", Path.Combine(Path.GetDirectoryName(Console.Demo)!, answers), .. options]);

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Equal("/proc/self/mem: the file cannot be read; is it a folder, open elsewhere, or not yours?", _console.Error.TrimEnd());
    }

    [Fact]
    public async Task A_questionnaire_may_be_a_file_and_its_faults_are_told_with_their_path()
    {
        var survey = _console.File("survey.json", """{ "key": "mine", "name": { "de": "Meine" }, "languages": ["de"], "dimensions": [], "questions": [{ "key": "a" }] }""");

        await _console.Run("analyze", Console.Demo, "--survey", survey);

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.StartsWith($"{survey}: questions[0].scale: missing.", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_questionnaire_is_told_with_those_that_ship()
    {
        await _console.Run("analyze", Console.Demo, "--survey", "mirror");

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Contains("service-mirror", _console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--invited", "executive=nine")]
    [InlineData("--invited", "boss=9")]
    [InlineData("--invited", "executive=9,executive=8")]
    [InlineData("--minimum", "0")]
    [InlineData("--minimum", "few")]
    [InlineData("--minimum", "-1")]
    [InlineData("--format", "xml", "json")]
    [InlineData("--colour", "red")]
    public async Task A_wrong_option_is_wrong_usage(string option, string value, string? mentioned = null)
    {
        await _console.Run("analyze", Console.Demo, option, value);

        Assert.Equal(ExitCode.WrongUsage, _console.ExitCode);
        Assert.Contains(mentioned ?? option, _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_of_answers_it_is_wrong_usage()
    {
        await _console.Run("analyze");

        Assert.Equal(ExitCode.WrongUsage, _console.ExitCode);
    }

    [Fact]
    public async Task Windows_1252_with_semicolons_works()
    {
        var text = await File.ReadAllTextAsync(Console.Demo, Encoding.UTF8, TestContext.Current.CancellationToken);
        // The demo quotes cells that hold a comma; without those, a semicolon may simply take the comma's place.
        var rows = text.Split('\n').Where(row => row.Length > 0 && !row.Contains('"', StringComparison.Ordinal) && !row.Contains(';', StringComparison.Ordinal));
        var file = _console.File("answers.csv", string.Join("\r\n", rows).Replace(',', ';'), CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

        await _console.Run("analyze", file);

        Assert.Empty(_console.Error);
        Assert.Equal(ExitCode.Done, _console.ExitCode);
    }

    public void Dispose() => _console.Dispose();
}
