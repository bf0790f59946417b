namespace SurveyGap.Web.Features.Answering;

public static class AnsweringFeature
{
    public static IServiceCollection AddAnswering(this IServiceCollection services) => services
        .AddMemoryCache()
        .AddSingleton<FrozenQuestionnaires>()
        .AddSingleton<BlankPages>()
        .AddFormLimits()
        .AddSingleton<LinkStore>()
        .AddSingleton<VisitStore>()
        .AddSingleton<RecentVisits>()
        .AddSingleton<SurveyStore>()
        .AddSingleton<BallotStore>()
        .AddSingleton<DraftStore>()
        .AddSingleton<Visits>()
        .AddSingleton<AnsweredFlagStore>()
        .AddHostedService<AnsweredFlagJob>()
        .Configure<RequestLocalizationOptions>(options => options.RequestCultureProviders.Insert(0, new RespondentLanguage()));
}
