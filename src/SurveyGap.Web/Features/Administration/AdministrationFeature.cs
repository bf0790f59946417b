namespace SurveyGap.Web.Features.Administration;

public static class AdministrationFeature
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddSingleton<AccountListStore>()
        .AddSingleton<AccountControlStore>()
        .AddSingleton<PasswordHandover>()
        .AddSingleton<ClientListStore>();
}
