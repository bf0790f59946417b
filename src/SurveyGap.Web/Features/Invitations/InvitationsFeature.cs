using SurveyGap.Web.Features.Invitations.Import;

namespace SurveyGap.Web.Features.Invitations;

public static class InvitationsFeature
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddSingleton<InvitationStore>()
        .AddSingleton<PeopleStore>()
        .AddSingleton<ImportStore>()
        .AddSingleton<ArrivalStore>()
        .AddSingleton<ImportPreviews>()
        .AddSingleton<PeopleImporter>()
        .AddHostedService(services => services.GetRequiredService<PeopleImporter>())
        .AddSingleton<OpenLinkStore>();
}
