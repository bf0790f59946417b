using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports;

namespace SurveyGap.Gallery;

/// <summary>Every case that a report must survive: its file name and its model.</summary>
public static class Cases
{
    /// <summary>All of them; each is made when it is asked for.</summary>
    public static IEnumerable<(string Name, Func<ReportModel> Make)> All { get; } =
    [
        ("26-fragen-de", () => SampleReport.Of(new SampleStudy())),
        ("26-questions-en", () => SampleReport.Of(new SampleStudy(), "en")),
        ("1-frage-de", () => SampleReport.Of(new SampleStudy { Ratings = 1 }, comments: 3)),
        ("14-fragen-de", () => SampleReport.Of(new SampleStudy { Ratings = 14 })),
        ("60-fragen-de", () => SampleReport.Of(new SampleStudy { Ratings = 60 })),
        ("60-questions-en", () => SampleReport.Of(new SampleStudy { Ratings = 60 }, "en")),
        ("3-executives-de", () => SampleReport.Of(new SampleStudy { Executives = 3 })),
        ("300-executives-de", () => SampleReport.Of(new SampleStudy { Executives = 300, ExecutivesMissing = 40 })),
        ("withheld-executives-de", () => SampleReport.Of(new SampleStudy { Executives = 2 })),
        ("withheld-employees-de", () => SampleReport.Of(new SampleStudy { Employees = 4 })),
        ("withheld-customers-de", () => SampleReport.Of(new SampleStudy { Customers = 4 })),
        ("withheld-all-de", () => SampleReport.Of(new SampleStudy { Executives = 1, Employees = 2, Customers = 3 }, waves: 1)),
        ("no-customers-de", () => SampleReport.Of(new SampleStudy { Asks = [Audience.Executive, Audience.Employee] })),
        ("no-customers-en", () => SampleReport.Of(new SampleStudy { Asks = [Audience.Executive, Audience.Employee], Executives = 4 }, "en", waves: 1)),
        ("no-executives-en", () => SampleReport.Of(new SampleStudy { Asks = [Audience.Employee, Audience.Customer] }, "en", waves: 1)),
        ("employees-only-de", () => SampleReport.Of(new SampleStudy { Asks = [Audience.Employee] })),
        ("executives-only-en", () => SampleReport.Of(new SampleStudy { Asks = [Audience.Executive], Ratings = 14 }, "en", waves: 1)),
        ("few-customers-en", () => SampleReport.Of(new SampleStudy { Executives = 6, ExecutivesMissing = 3, Employees = 12, Customers = 11 }, "en", waves: 1)),
        ("long-texts-de", () => SampleReport.Of(new SampleStudy { LongNames = true })),
        ("long-texts-en", () => SampleReport.Of(new SampleStudy { LongNames = true }, "en")),
        ("400-comments-de", () => SampleReport.Of(new SampleStudy(), comments: 400)),
        ("first-wave-de", () => SampleReport.Of(new SampleStudy(), waves: 1, comments: 0) with { CompanyFigures = [], IsDemo = false }),
        ("5-waves-en", () => SampleReport.Of(new SampleStudy(), "en", waves: 5)),
        ("norms-de", () => SampleReport.Of(new SampleStudy()) with { Norms = SampleNorms.All }),
        ("naughty-strings-de", () => Naughty.Report()),
        ("yellow-client-de", () => SampleReport.Of(new SampleStudy { Ratings = 6 }) with { Branding = Branding.Of("#FFE100", null) }),
    ];
}
