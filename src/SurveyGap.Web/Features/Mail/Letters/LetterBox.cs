using System.Threading.Channels;

namespace SurveyGap.Web.Features.Mail.Letters;

/// <summary>
/// Takes single letters and sends them behind the page's back, so that nobody learns from the time a page takes whether an
/// address is known: <c>letters.Post(SingleLetter.SetPassword(…))</c>. What waits here is lost when the program stops:
/// for letters that somebody can ask for again.
/// </summary>
public sealed partial class LetterBox(SingleMail mail, TimeProvider clock, ILogger<LetterBox> log) : BackgroundService
{
    private const int MostWaiting = 1000;
    private const int AtOnce = 4;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly Channel<SingleLetter> _waiting = Channel.CreateBounded<SingleLetter>(MostWaiting);

    /// <summary>Takes the letter and returns at once; false if too many wait already.</summary>
    public bool Post(SingleLetter letter) => _waiting.Writer.TryWrite(letter);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _waiting.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        Send);

    private async ValueTask Send(SingleLetter letter, CancellationToken stop)
    {
        try
        {
            var delivery = await mail.Send(letter, stop);
            for (var attempt = 0; delivery.MayBeRepeated && attempt < Pauses.Length; attempt++)
            {
                await Task.Delay(Pauses[attempt], clock, stop);
                delivery = await mail.Send(letter, stop);
            }

            if (delivery.Trouble is { } trouble)
                NotSent(letter.Kind.Name, ServerWords.Of(trouble));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One letter that cannot be written stops no other. The kind of fault alone: its message may quote the address.
            NotSent(letter.Kind.Name, fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail ({Kind}) was not sent: {Trouble}")]
    private partial void NotSent(string kind, string trouble);
}
