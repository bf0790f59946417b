using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Mail.Bounces;
using SurveyGap.Web.Features.Mail.Letters;
using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Features.Mail.Sender;
using SurveyGap.Web.Features.Mail.Words;

namespace SurveyGap.Web.Features.Mail;

public static class MailFeature
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(MailSettings.Of(configuration))
        .AddSingleton(provider => MailKeys.Open(provider.GetRequiredService<MailSettings>().KeyFile))
        .AddSingleton(provider => new AddressRules(address => Mailbox.TryOf("", address)?.Address, provider.GetRequiredService<MailKeys>().HashOf))
        .AddSingleton<LostLinkStore>()
        .AddSingleton<ShippedTexts>()
        .AddSingleton<MailTextStore>()
        .AddSingleton<FirstAnswerStore>()
        .AddSingleton<SuppressionStore>()
        .AddSingleton<BounceStore>()
        .AddSingleton<MailingStore>()
        .AddSingleton<MailingControlStore>()
        .AddSingleton<OutboxStore>()
        .AddSingleton<MailFolder>()
        .AddSingleton<Desks>()
        .AddSingleton<Func<IMailRoute>>(Route)
        .AddSingleton<OutboxSender>()
        .AddSingleton<OutboxDepthStore>()
        .AddHostedService<OutboxGauge>()
        .AddSingleton<TrialMail>()
        .AddSingleton<NameServer>()
        .AddSingleton<SenderCheck>()
        .AddSingleton<SingleMail>()
        .AddSingleton<LetterBox>()
        .AddHostedService(provider => provider.GetRequiredService<LetterBox>())
        .AddHostedService<OutboxWorker>();

    private static Func<IMailRoute> Route(IServiceProvider services)
    {
        var settings = services.GetRequiredService<MailSettings>();
        var clock = services.GetRequiredService<TimeProvider>();
        if (settings.Smtp is not { } smtp)
        {
            var folder = services.GetRequiredService<MailFolder>();
            return () => new FolderRoute(folder);
        }

        var signer = settings.Dkim is { } dkim ? new DkimSigner(dkim.Domain, dkim.Selector, dkim.Key()) : null;
        return () => new SmtpRoute(smtp, settings.From.Domain, signer, clock);
    }
}
