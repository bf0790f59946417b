using System.Security.Cryptography;
using SurveyGap.Gallery;
using SurveyGap.Reports.Tests.Pdf;
using Path = System.IO.Path;

namespace SurveyGap.Reports.Tests;

/// <summary>What the programs say of a report that the world reads PDFs with; what travels in it; two processes, one file.</summary>
public sealed class ReportFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;
    private readonly string _file;

    public ReportFileTests()
    {
        _file = Path.Combine(_folder, "report.pdf");
        File.WriteAllBytes(_file, GapReport.ToArray(SampleReport.Of(new SampleStudy())));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void No_program_has_a_word_to_say_against_it()
    {
        Assert.Contains("No syntax or stream encoding errors found", Tool.Run("qpdf", "--check", _file), StringComparison.Ordinal);
        Tool.Run("mutool", "info", _file);
        Assert.DoesNotContain("****", Tool.Run("gs", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", _file), StringComparison.Ordinal);
        Assert.All(
            Tool.Run("pdffonts", _file).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..],
            font => Assert.Matches(@"^[A-Z]{6}\+SourceSans3-\w+ .* yes yes yes ", font));
    }

    [Fact]
    public void It_is_tagged_and_says_title_and_language()
    {
        var info = Tool.Run("pdfinfo", _file);

        Assert.Matches("Tagged: +yes", info);
        Assert.Matches("Title: +Gap-Bericht: Servicespiegel, Alpenblick Versicherung", info);
        Assert.Contains("de-CH", Tool.Run("qpdf", "--json", "--json-key=qpdf", _file), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_on_the_method_page_is_that_of_the_attached_figures()
    {
        var attached = Path.Combine(_folder, FiguresCsv.FileName);
        Tool.Run("pdfdetach", "-save", "1", "-o", attached, _file);

        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(attached)));

        Assert.Contains(hash, Tool.Run("pdftotext", "-raw", _file, "-"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_processes_in_different_time_zones_and_cultures_write_the_same_bytes()
    {
        var gallery = Path.Combine(AppContext.BaseDirectory, "SurveyGap.Gallery.dll");
        foreach (var (zone, culture) in new[] { ("Asia/Kathmandu", "de_CH.UTF-8"), ("America/St_Johns", "tr_TR.UTF-8") })
            Tool.Run("env", $"TZ={zone}", $"LC_ALL={culture}", "dotnet", gallery, Path.Combine(_folder, culture), "26-fragen-de", "--pdf");

        var written = Directory.GetFiles(_folder, "26-fragen-de.pdf", SearchOption.AllDirectories);
        Assert.Equal(2, written.Length);
        Assert.All(written, file => Assert.Equal(File.ReadAllBytes(_file), File.ReadAllBytes(file)));
    }
}
