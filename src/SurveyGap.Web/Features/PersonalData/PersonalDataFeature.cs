namespace SurveyGap.Web.Features.PersonalData;

public static class PersonalDataFeature
{
    public static IServiceCollection AddPersonalData(this IServiceCollection services) => services
        .AddSingleton<SpellingStore>()
        .AddSingleton<WaitingImportStore>()
        .AddSingleton<PersonalDataStore>()
        .AddSingleton<PersonErasureStore>()
        .AddSingleton<PersonErasure>()
        .AddSingleton<PersonLetters>()
        .AddSingleton<LetterSeal>()
        .AddSingleton<StudyRetentionStore>()
        .AddSingleton<RetentionStore>()
        .AddHostedService<RetentionJob>();
}
