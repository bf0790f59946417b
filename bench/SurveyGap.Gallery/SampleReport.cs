using SurveyGap.Analysis.Results;
using SurveyGap.Reports;

namespace SurveyGap.Gallery;

/// <summary>A report of a sample study: everything that a page can show, unless a case takes it away.</summary>
public static class SampleReport
{
    /// <summary>The report of a study in one language.</summary>
    /// <param name="study">The wave.</param>
    /// <param name="language">«de» or «en».</param>
    /// <param name="waves">How many waves there are, this one included.</param>
    /// <param name="comments">How many comments.</param>
    public static ReportModel Of(SampleStudy study, string language = "de", int waves = 2, int comments = 24)
    {
        var counts = study.Count();
        var earlier = Enumerable.Range(1, waves - 1).Reverse()
            .Select(back => Before(study, back)).ToList();
        return new ReportModel
        {
            Client = "Alpenblick Versicherung",
            Study = language == "de" ? "Servicespiegel" : "Service mirror",
            Wave = language == "de" ? "Frühling 2026" : "Spring 2026",
            Opened = new DateOnly(2026, 3, 2),
            Closed = new DateOnly(2026, 3, 22),
            ReleasedAt = new DateTimeOffset(2026, 3, 23, 8, 0, 0, TimeSpan.Zero),
            ReleaseId = "7c5e1f0a-42d3-4b0e-9a55-1f2f6f1d8a77",
            Language = language,
            IsDemo = true,
            Branding = Branding.Of("#9B2D6F", null),
            Analysis = StudyAnalysis.Of(counts, study.Questionnaire, earlier),
            Comments = [.. SampleComments.Of(study.Questionnaire, comments)],
            CompanyFigures = SampleComments.Figures(language),
        };
    }

    private static EarlierWave Before(SampleStudy study, int back)
    {
        var before = study with { Seed = study.Seed - back, Shift = -0.12 * back, Customers = Math.Max(3, study.Customers * 3 / 4) };
        return new EarlierWave($"{(back % 2 == 1 ? "Herbst" : "Frühling")} {2026 - ((back + 1) / 2)}", before.Questionnaire, before.Count());
    }
}
