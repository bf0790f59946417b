using SurveyGap.Web.Features.Mail.Mailings;
using SurveyGap.Web.Features.Mail.Outbox;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Mail;

/// <summary>The mails of a wave at a moment.</summary>
public sealed record MailsPage
{
    private const int DaysBetween = 3;

    public required WaveSummary Wave { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>In the order of time.</summary>
    public required IReadOnlyList<MailingProgress> Mailings { get; init; }

    public required IReadOnlyList<MailTrouble> Troubles { get; init; }

    /// <summary>How many people each kind would reach now.</summary>
    public required IReadOnlyDictionary<MailKind, int> Reach { get; init; }

    /// <summary>In which texts ship.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The texts that this wave has words of its own for.</summary>
    public required IReadOnlyList<(string Kind, string Language)> Own { get; init; }

    /// <summary>Without a mail server, mails are files.</summary>
    public required bool HasServer { get; init; }

    /// <summary>Whether customers find the first question in their mail.</summary>
    public required bool AsksInMail { get; init; }

    public long Waiting => Mailings.Sum(mailing => mailing.Queued);

    public long Sent => Mailings.Sum(mailing => mailing.Sent);

    public long Lost => Mailings.Sum(mailing => mailing.Failed + mailing.Unknown);

    /// <summary>The next one that can still be called back without a trace.</summary>
    public MailingProgress? Next => Mailings.FirstOrDefault(mailing => mailing.State == "planned" && mailing.DueAt > Now);

    /// <summary>Whether this kind can be sent or planned now.</summary>
    public bool MaySend(MailKind kind)
    {
        var planned = Mailings.Any(mailing => mailing.Kind == kind.Name && mailing.State != "cancelled");
        if (kind == MailKind.Invitation)
            return Wave.State != WaveState.Closed && Reach[kind] > 0 && !Mailings.Any(mailing => mailing.Kind == kind.Name && mailing.State == "planned");
        return !planned && (kind == MailKind.Thanks || Wave.State != WaveState.Closed);
    }

    /// <summary>The people whom a kind would reach; for reminders in steps of five, because the rest have answered.</summary>
    public int ReachOf(MailKind kind) => kind.IsReminder ? (Reach[kind] + 4) / 5 * 5 : Reach[kind];

    /// <summary>
    /// The day that is proposed: the first reminder after a third of the time, the last three days before the end, and neither
    /// on the heels of other mails.
    /// </summary>
    public DateOnly ProposalOf(MailKind kind)
    {
        var (first, last) = Wave.Days;
        var day = kind == MailKind.LastReminder ? last.AddDays(-3) : first.AddDays((last.DayNumber - first.DayNumber) / 3);
        var earliest = Mailings.Where(mailing => mailing.State != "cancelled" && mailing.Kind != MailKind.Thanks.Name)
            .Select(mailing => DayOf(mailing.DueAt).AddDays(DaysBetween))
            .Append(DayOf(Now)).Max();
        return day >= earliest ? day : earliest <= last ? earliest : last;
    }

    private DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(Wave.Local(time));

    /// <summary>Whether some of a mailing's failures may succeed when they are tried again.</summary>
    public bool MayRetry(MailingProgress mailing) => Troubles.Any(trouble =>
        trouble.MailingId == mailing.MailingId
        && trouble.State is MailState.Failed or MailState.Unknown
        && MailReason.Retryable.Contains(trouble.Reason));
}
