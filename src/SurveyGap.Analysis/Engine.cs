namespace SurveyGap.Analysis;

/// <summary>What the method page names as the maker of its figures.</summary>
public static class Engine
{
    /// <summary>Version of the counting and the arithmetic; raised whenever the same answers would give other figures.</summary>
    public const string Version = "1.0";
}
