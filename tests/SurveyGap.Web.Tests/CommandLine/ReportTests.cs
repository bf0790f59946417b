using System.Diagnostics;
using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web.Tests.CommandLine;

public sealed class ReportTests : IDisposable
{
    private readonly Console _console = new();

    private string Pdf => _console.PathOf("report.pdf");

    [Theory]
    [InlineData("de", "Erreichbarkeit, wenn man uns braucht", "+1,4")]
    [InlineData("en", "Availability when needed", "+1.4")]
    public async Task The_report_names_the_client_and_shows_the_gap_of_the_answers(string language, string question, string gap)
    {
        await _console.Run("report", Console.Demo, "--out", Pdf, "--language", language, "--client", "Alpenblick Versicherung",
            "--invited", "executive=9,employee=84,customer=640");

        Assert.Equal(("", ExitCode.Done), (_console.Error, _console.ExitCode));
        var text = await Text();
        Assert.Contains("Alpenblick Versicherung", text, StringComparison.Ordinal);
        Assert.Contains(question, text, StringComparison.Ordinal);
        Assert.Contains(gap, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_answers_give_the_chapter_of_the_trend_with_the_name_of_their_file()
    {
        await _console.Run("report", Console.SecondWave, "--out", Pdf, "--language", "en");
        Assert.DoesNotContain("wave-1", await Text(), StringComparison.Ordinal);

        await _console.Run("report", Console.SecondWave, "--earlier", Console.Demo, "--out", Pdf, "--language", "en");

        Assert.Equal(("", ExitCode.Done), (_console.Error, _console.ExitCode));
        var text = await Text();
        Assert.Contains("nothing clearly differently from before", text, StringComparison.Ordinal);
        Assert.Contains("wave-1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_answers_give_the_same_bytes()
    {
        await _console.Run("report", Console.Demo, "--out", Pdf);
        var first = await File.ReadAllBytesAsync(Pdf, TestContext.Current.CancellationToken);
        await _console.Run("report", Console.Demo, "--out", Pdf);

        Assert.Equal(first, await File.ReadAllBytesAsync(Pdf, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Bad_answers_leave_no_report()
    {
        await _console.Run("report", _console.File("answers.csv", "audience,reachability\ncustomer,6\n"), "--out", Pdf);

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Contains("line 2, column 2", _console.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Pdf));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_told()
    {
        await _console.Run("report", Console.Demo, "--out", _console.PathOf("none/report.pdf"));

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Equal($"{_console.PathOf("none/report.pdf")}: the report cannot be written there; is the folder missing, or the file open elsewhere?", _console.Error.TrimEnd());
    }

    [Fact]
    public async Task A_language_that_the_questionnaire_lacks_is_told()
    {
        var survey = _console.File("survey.json", """
            { "key": "mine", "name": { "de": "Meine" }, "languages": ["de"],
              "dimensions": [{ "key": "all", "name": { "de": "Alles" } }],
              "questions": [{ "key": "quality", "dimension": "all", "scale": "quality5", "label": { "de": "Güte" }, "text": { "customer": { "de": "Wie gut?" } } }] }
            """);

        await _console.Run("report", _console.File("answers.csv", "audience,quality\ncustomer,4\n"), "--survey", survey, "--language", "en", "--out", Pdf);

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Equal("--language en: the questionnaire mine has only de.", _console.Error.TrimEnd());
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--language", "fr", "--out", "report.pdf")]
    [InlineData("--client", "Alpenblick")]
    public async Task A_report_needs_a_file_and_a_language_that_it_speaks(params string[] options)
    {
        await _console.Run(["report", Console.Demo, .. options]);

        Assert.Equal(ExitCode.WrongUsage, _console.ExitCode);
    }

    public void Dispose() => _console.Dispose();

    private async Task<string> Text()
    {
        using var poppler = Process.Start(new ProcessStartInfo("pdftotext", [Pdf, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await poppler.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await poppler.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, poppler.ExitCode);
        return text.ReplaceLineEndings(" ");
    }
}
