namespace SurveyGap.Web.Features.Invitations;

public static class InvitationsFeature
{
    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddSingleton<InvitationStore>()
        .AddSingleton<OpenLinkStore>();
}
