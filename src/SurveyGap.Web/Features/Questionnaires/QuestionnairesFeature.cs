namespace SurveyGap.Web.Features.Questionnaires;

public static class QuestionnairesFeature
{
    public static IServiceCollection AddQuestionnaires(this IServiceCollection services) => services.AddSingleton<Editing>();
}
