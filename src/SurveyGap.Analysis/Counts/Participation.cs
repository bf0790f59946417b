namespace SurveyGap.Analysis.Counts;

/// <summary>What is known of a group beside its answers.</summary>
/// <param name="Invited">How many persons were invited; null if nobody knows.</param>
/// <param name="OptIn">Whether an open link was in use for the group.</param>
public sealed record Participation(long? Invited, bool OptIn = false);
