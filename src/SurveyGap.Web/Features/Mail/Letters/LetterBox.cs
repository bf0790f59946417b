using System.Threading.Channels;

namespace SurveyGap.Web.Features.Mail.Letters;

/// <summary>
/// Takes single letters and sends them behind the page's back, so that nobody learns from the time a page takes whether an
/// address is known: <c>letters.Post(SingleLetter.SetPassword(…))</c>. When the program stops, what waits here goes once more
/// without waiting; what the server does not take then is lost, and so is what waits when the program is killed: for letters
/// that somebody can ask for again, or whose news stands on a page too.
/// </summary>
public sealed partial class LetterBox(SingleMail mail, TimeProvider clock, ILogger<LetterBox> log) : BackgroundService
{
    private const int MostWaiting = 1000;
    private const int AtOnce = 4;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly Channel<SingleLetter> _waiting = Channel.CreateBounded<SingleLetter>(MostWaiting);

    /// <summary>Takes the letter and returns at once; false if too many wait already.</summary>
    public bool Post(SingleLetter letter) => _waiting.Writer.TryWrite(letter);

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _waiting.Reader.ReadAllAsync(CancellationToken.None),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        (letter, _) => Send(letter, stoppingToken));

    private async ValueTask Send(SingleLetter letter, CancellationToken stop)
    {
        try
        {
            var delivery = await mail.Send(letter, CancellationToken.None);
            for (var attempt = 0; delivery.MayBeRepeated && attempt < Pauses.Length && !stop.IsCancellationRequested; attempt++)
            {
                await Task.Delay(Pauses[attempt], clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delivery = await mail.Send(letter, CancellationToken.None);
            }

            if (delivery.Trouble is { } trouble)
                NotSent(letter.Kind.Name, ServerWords.Of(trouble));
        }
        catch (Exception fault)
        {
            // One letter that cannot be written stops no other. The kind of fault alone: its message may quote the address.
            NotSent(letter.Kind.Name, fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail ({Kind}) was not sent: {Trouble}")]
    private partial void NotSent(string kind, string trouble);
}
