namespace SurveyGap.Web.Platform.Errors;

/// <summary>Something that this program needs is away for now: 503 with Retry-After; the same request may be sent again.</summary>
public abstract class UnavailableException(string message, Exception? reason = null) : Exception(message, reason)
{
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
}
