namespace SurveyGap.Web.Features.Studies;

public static class StudiesFeature
{
    public static IServiceCollection AddStudies(this IServiceCollection services) => services
        .AddSingleton<StudyStore>()
        .AddSingleton<QuestionnaireStore>();
}
