namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>When a mail is tried again: soon, then ever later, four days at most, and never after its wave.</summary>
public static class BackOff
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(4);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
    ];

    /// <summary>The time of the next attempt, or null if there is none.</summary>
    public static DateTimeOffset? Next(Letter letter, DateTimeOffset now)
    {
        var next = now + Pauses[Math.Min(letter.Attempts, Pauses.Length) - 1];
        var last = letter.CreatedAt + Longest;
        if (letter.Kind != MailKind.Thanks.Name && letter.ClosesAt < last)
            last = letter.ClosesAt;
        return next < last ? next : null;
    }
}
