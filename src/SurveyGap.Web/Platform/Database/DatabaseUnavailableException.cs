using SurveyGap.Web.Platform.Errors;

namespace SurveyGap.Web.Platform.Database;

/// <summary>No connection or lock came free, or the database went away and did not come back.</summary>
public sealed class DatabaseUnavailableException(string message, Exception reason) : UnavailableException(message, reason);
