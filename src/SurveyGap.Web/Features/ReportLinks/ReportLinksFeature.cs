namespace SurveyGap.Web.Features.ReportLinks;

public static class ReportLinksFeature
{
    public static IServiceCollection AddReportLinks(this IServiceCollection services) => services.AddSingleton<ReportLinkStore>();
}
