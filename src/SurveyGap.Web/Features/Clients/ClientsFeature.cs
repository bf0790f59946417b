namespace SurveyGap.Web.Features.Clients;

public static class ClientsFeature
{
    public static IServiceCollection AddClients(this IServiceCollection services) => services
        .AddSingleton<ClientStore>()
        .AddSingleton<MemberStore>()
        .AddSingleton<ClientSettingsStore>();
}
