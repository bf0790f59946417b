using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Mail.Words;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>Sets up the desk at which the mails of a wave are written.</summary>
public sealed class Desks(
    MailSettings settings, MailKeys keys, ShippedTexts shipped, MailTextStore texts, FirstAnswerStore firstAnswers, WaveKeyFolder waveKeys, FrozenQuestionnaires frozen, PublicAddress address)
{
    public async Task<Desk> Of(Guid client, Guid wave, CancellationToken cancellation)
    {
        var questionnaire = await texts.Questionnaire(client, wave, cancellation);
        return new Desk(settings, keys, shipped, address, new WaveMaterial(
            waveKeys.Find(wave),
            await texts.OfWave(client, wave, cancellation),
            questionnaire is null ? null : await frozen.Of(wave, () => Task.FromResult(questionnaire)),
            await firstAnswers.IsOn(client, wave, cancellation)));
    }
}
