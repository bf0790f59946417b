namespace SurveyGap.Web.Platform.Database;

/// <summary>No connection came free, or the database went away and did not come back: 503 with Retry-After; the same request may be sent again.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public DatabaseUnavailableException(string message, Exception reason)
        : base(message, reason)
    {
    }
}
