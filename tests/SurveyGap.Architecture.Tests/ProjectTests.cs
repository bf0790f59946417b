using System.Xml.Linq;

namespace SurveyGap.Architecture.Tests;

/// <summary>Web → Reports → Analysis: projects for what the compiler should forbid.</summary>
public sealed class ProjectTests
{
    [Theory]
    [InlineData("src/SurveyGap.Analysis", "", "MathNet.Numerics")]
    [InlineData("src/SurveyGap.Reports", "SurveyGap.Analysis", "")]
    [InlineData("migrations/SurveyGap.Migrations", "", "Npgsql.EntityFrameworkCore.PostgreSQL")]
    public void A_project_names_only_what_the_architecture_allows(string project, string projects, string packages)
    {
        Assert.Equal(Words(projects), References(project, "ProjectReference"));
        Assert.Equal(Words(packages), References(project, "PackageReference"));
    }

    [Fact]
    public void Analysis_knows_no_clock_and_no_input_or_output()
    {
        string[] forbidden = ["TimeProvider", "Stopwatch", "System.IO", "File.", "HttpClient", "Console.", "Environment."];
        var offenders = Repository.Files("src/SurveyGap.Analysis", ".cs")
            .Where(path => forbidden.Any(Repository.Text(path).Contains));

        Assert.Empty(offenders);
    }

    [Fact]
    public void The_PDF_writer_knows_nothing_of_surveys()
    {
        var offenders = Repository.Files("src/SurveyGap.Reports/Pdf", ".cs").Where(path =>
            Repository.Text(path).Replace("SurveyGap.Reports.Pdf", "", StringComparison.Ordinal).Contains("SurveyGap.", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    private static string[] References(string project, string kind) =>
        XDocument.Parse(Repository.Text($"{project}/{Path.GetFileName(project)}.csproj"))
            .Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(include => kind == "ProjectReference" ? Path.GetFileNameWithoutExtension(include) : include)
            .Order(StringComparer.Ordinal)
            .ToArray();

    private static string[] Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
