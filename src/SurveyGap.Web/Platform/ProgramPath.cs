namespace SurveyGap.Web.Platform;

/// <summary>Where programs speak with this one: there keys count and sessions do not, and faults are problem details and no pages.</summary>
public static class ProgramPath
{
    public const string Root = "/api";

    /// <summary>Whether a path lies there.</summary>
    public static bool Holds(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);
}
