using System.Globalization;
using Microsoft.Extensions.Localization;
using SurveyGap.Reports.Languages;
using SurveyGap.Web.Features.Mail.Letters;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.Features.Planning;

/// <summary>Writes to a client's consultants what they should know about a wave that runs, each thing once.</summary>
internal sealed partial class NoticeJob(
    NoticeStore notices, WaveSummaryStore waves, LetterBox letters, PublicAddress address, IStringLocalizer<Texts> texts, TimeProvider clock, ILogger<NoticeJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    // The rest stands on the start page.
    private static readonly WaveNotice[] ByMail = [WaveNotice.MailsFailing, WaveNotice.ClosesSoon, WaveNotice.LowResponse];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await Round(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>All waves that run. One that fails stops no other, and is looked at again.</summary>
    internal async Task Round(CancellationToken cancellation)
    {
        try
        {
            foreach (var open in await notices.Open(cancellation))
                await Tell(open, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(fault.GetType().Name);
        }
    }

    private async Task Tell(WaveToOpen open, CancellationToken cancellation)
    {
        try
        {
            if (await waves.Find(open.Client, open.Wave, cancellation) is not { } wave)
                return;
            var now = clock.GetUtcNow();
            foreach (var notice in WaveNotices.Of(wave, now).Intersect(ByMail))
            {
                foreach (var reader in await notices.Take(open.Client, open.Wave, notice, now, cancellation))
                    letters.Post(Letter(open, wave, notice, reader));
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(fault.GetType().Name);
        }
    }

    private SingleLetter Letter(WaveToOpen open, WaveSummary wave, WaveNotice notice, NoticeReader reader)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader.Language);
        var until = Format.Of(reader.Language).Date(wave.Days.Last);
        return SingleLetter.Notice(
            reader.Name,
            reader.Email,
            reader.Language,
            (reader.ClientName, reader.Colour),
            texts[$"Notice.{notice}", $"{wave.Study}, {wave.Name}", until],
            texts[$"Notice.{notice}.Text", $"{wave.Study}, {wave.Name}", until],
            address.Of($"clients/{open.Client}/waves/{open.Wave}"));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notices could not be written ({Fault}); it is tried again.")]
    private partial void Failed(string fault);
}
