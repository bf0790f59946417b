namespace SurveyGap.Web.Features.Reports;

public static class ReportsFeature
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<ReportPress>();
}
