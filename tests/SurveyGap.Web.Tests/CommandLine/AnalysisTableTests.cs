using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web.Tests.CommandLine;

/// <summary>What a consultant reads in the terminal; the demo's two waves say nearly all that can be said.</summary>
public sealed class AnalysisTableTests : IDisposable
{
    private const string Mirror = "Executives − customers";
    private const string Factor = "How many times as often executives say excellent";

    private readonly Console _console = new();

    [Fact]
    public async Task The_overview_has_a_line_for_each_dimension_and_question()
    {
        await Analyze(Console.Demo, "--invited", "executive=9,employee=84,customer=640");

        Assert.Equal(["Service mirror", "executives  8 of 9 answered", "employees   61 of 84 answered", "customers   287 of 640 answered"], Block("Service mirror"));
        var overview = Block("Means from 1 (terrible) to 5 (excellent)");
        Assert.Equal(2 + 8 + 26, overview.Length);
        Assert.Equal("4.0 3.7 2.6 +1.4 clear +0.3 open +1.1 clear", Row(overview, "  Availability when needed"));
        Assert.Contains("−0.8 clear", Row(overview, "  Employees’ friendliness"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_shown_fits_into_160_columns()
    {
        var longName = _console.Copy(Console.SecondWave, new string('w', 100) + ".csv");

        await Analyze(Console.Demo, "--earlier", longName, "--invited", "executive=8");

        Assert.All(Lines(_console.Output), line => Assert.InRange(line.Length, 0, 160));
        Assert.DoesNotContain(Lines(_console.Output), line => line.EndsWith(' '));
    }

    [Fact]
    public async Task A_gap_stands_with_both_n_its_interval_its_finding_the_self_view_and_the_quadrant()
    {
        await Analyze(Console.Demo, "--invited", "executive=9");

        Assert.Equal("8 283 +1.0 [0.3; 1.7] clear overestimated blind spot (uncertain)", Row(Block(Mirror), "  Service overall"));
        Assert.Equal("8 285 +0.6 [0.2; 1.0] clear overestimated blind spot", Row(Block(Mirror), "Understanding the customer"));
        Assert.DoesNotContain("self-view", Block("Executives − employees")[1], StringComparison.Ordinal);
        Assert.Contains("n employees", Block("Employees − customers")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_executives_answered_it_is_a_census_and_only_the_customers_are_uncertain()
    {
        await Analyze(Console.Demo, "--invited", "executive=8");

        Assert.Equal("executives  8 of 8 answered: all, a census", Block("Service mirror")[1]);
        Assert.Contains("census", Block(Mirror)[0], StringComparison.Ordinal);
        Assert.DoesNotContain("census", Block("Employees − customers")[0], StringComparison.Ordinal);
        Assert.Equal("8 276 +1.4 [1.3; 1.5] clear overestimated blind spot", Row(Block(Mirror), "  Availability when needed"));
    }

    [Fact]
    public async Task The_excellent_factor_is_shown_only_where_it_can_bear_it()
    {
        await Analyze(Console.Demo);

        var factors = Block(Factor);
        Assert.Equal("3 of 8 18 of 283 5.9 [2.0; 12.7]", Row(factors, "  Service overall"));
        Assert.DoesNotContain(factors, line => line.Contains("friendliness", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_chain_has_its_label_and_what_it_means()
    {
        await Analyze(Console.Demo, "--invited", "executive=8");

        var chains = Block("Where the picture breaks");
        Assert.Equal("shared blind spot Executives and employees both see it differently from customers", Row(chains, "Overall"));
        Assert.Equal("open Open: nothing can be concluded", Row(chains, "Communication"));
    }

    [Fact]
    public async Task Open_gaps_say_how_many_more_answers_they_need_of_whom()
    {
        await Analyze(Console.SecondWave);

        var needed = Block("How many more answers would settle what is open");
        Assert.Equal("2 executives 3 executives", Row(needed, "Understanding the customer"));
        Assert.DoesNotContain(needed, line => line.StartsWith("Communication", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_expected_stands_beside_what_customers_said()
    {
        await Analyze(Console.Demo);

        var expected = Block("Expected and said");
        Assert.Equal("8 78 [74; 82] +43", Row(expected, "executives expected"));
        Assert.Equal("35 [30; 41]", Row(expected, "customers said"));
        var recommendation = Block("Would they recommend us?");
        Assert.Equal("61 15 32 14 +2 [−15; 18]", Row(recommendation, "Employees, predicted"));
        Assert.Equal("272 47 112 113 −24 [−33; −15]", Row(recommendation, "Customers"));
    }

    [Fact]
    public async Task What_matters_most_leads_to_what_to_do_first()
    {
        await Analyze(Console.Demo);

        var importance = Block("What matters most to customers");
        Assert.EndsWith("customers (n = 282)", importance[1], StringComparison.Ordinal);
        Assert.Equal("13% 52% 68%", Row(importance, "Access and appearance"));
        Assert.Equal("68% 3.1 Executives clearly overestimate themselves here.", Row(Block("What to do first"), "1. Access and appearance"));
    }

    [Fact]
    public async Task Segments_say_in_words_what_they_withhold()
    {
        await Analyze(Console.SecondWave);

        var channels = Block("Employees by channel: means");
        Assert.Equal("5 12 21", Row(channels, "answers"));
        Assert.Equal("too few withheld 3.6", Row(channels, "Reliability"));
        Assert.Equal("117 32 15", Row(Block("Customers by country: means"), "answers"));
    }

    [Fact]
    public async Task The_trend_has_every_wave_and_the_change_since_the_last()
    {
        var oldest = _console.Copy(Console.Demo, "spring 2024.csv");

        await Analyze(Console.SecondWave, "--earlier", oldest, "--earlier", Console.Demo);

        var trend = Block("Change since the wave before");
        Assert.Equal("group spring 2024 wave-1 now change 95% interval finding", string.Join(' ', trend[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(2 + (3 * 8), trend.Length);
        Assert.Equal("executives 4.1 4.1 3.8 −0.3 – descriptive only", Row(trend, "Overall"));
    }

    [Fact]
    public async Task A_group_that_no_wave_shows_has_no_line_in_the_trend()
    {
        var rows = (await File.ReadAllLinesAsync(Console.Demo, TestContext.Current.CancellationToken))
            .Where(row => !row.StartsWith("executive,", StringComparison.Ordinal));
        var answers = _console.File("answers.csv", string.Join('\n', rows));

        await Analyze(answers, "--earlier", answers);

        var trend = Block("Change since the wave before");
        Assert.Equal(2 + (2 * 8), trend.Length);
        Assert.DoesNotContain(trend, line => line.Contains("executives", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_there_is_nothing_of_is_left_out()
    {
        await Analyze(_console.File("answers.csv", "audience,first_contact\n" + string.Concat(Enumerable.Repeat("customer,4\ncustomer,5\n", 5))));

        Assert.Equal(["Service mirror", "Means from 1 (terrible) to 5 (excellent), and gaps"], Blocks().SkipLast(1).Select(block => block[0]));
        Assert.Equal("too few too few 4.5 too few too few too few", Row(Block("Means from 1"), "  Solution at first contact"));
    }

    public void Dispose() => _console.Dispose();

    private async Task Analyze(params string[] args)
    {
        await _console.Run(["analyze", .. args]);
        Assert.Equal(("", ExitCode.Done), (_console.Error, _console.ExitCode));
    }

    private static string[] Lines(string text) => text.TrimEnd().Split(Environment.NewLine);

    private string[][] Blocks() => [.. _console.Output.TrimEnd().Split(Environment.NewLine + Environment.NewLine).Select(Lines)];

    private string[] Block(string title) => Assert.Single(Blocks(), block => block[0].StartsWith(title, StringComparison.Ordinal));

    /// <summary>The cells of the first row with this name, one space apart.</summary>
    private static string Row(string[] block, string name) => string.Join(
        ' ', block.First(line => line.StartsWith(name + " ", StringComparison.Ordinal))[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
