using System.Text;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Gallery;

namespace SurveyGap.Reports.Tests;

/// <summary>The figures that are attached to the report.</summary>
public sealed class FiguresCsvTests
{
    [Fact]
    public void Executives_who_all_answered_have_a_mean_and_no_interval()
    {
        var rows = Rows(new SampleStudy());

        Assert.All(rows.Where(row => row[2] == "executive"), row => Assert.Equal(("", ""), (row[5], row[6])));
        Assert.Contains(rows, row => row[2] == "executive" && row[4] != "");
        Assert.Contains(rows, row => row[2] == "customer" && row[5] != "");
    }

    [Fact]
    public void Executives_some_of_whom_are_missing_have_an_interval() =>
        Assert.Contains(Rows(new SampleStudy { Executives = 6, ExecutivesMissing = 3 }), row => row[2] == "executive" && row[5] != "");

    [Fact]
    public void What_is_withheld_does_not_say_why()
    {
        var marks = Rows(new SampleStudy { Customers = 4 }).Skip(1).Select(row => row[^1]).Distinct();

        Assert.Equal(["", "withheld"], marks.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_was_not_asked_is_marked_so()
    {
        var rows = Rows(new SampleStudy { Asks = [Audience.Executive, Audience.Employee] });

        Assert.All(rows.Where(row => row[2].Contains("customer", StringComparison.Ordinal)), row => Assert.Equal("notAsked", row[^1]));
        Assert.DoesNotContain(rows, row => row[^1] == "withheld" && row[0] == "dimension");
    }

    private static List<string[]> Rows(SampleStudy study) =>
        [.. Encoding.UTF8.GetString(FiguresCsv.Write(SampleReport.Of(study).Analysis)).TrimEnd().Split("\r\n").Select(line => line.Split(','))];
}
