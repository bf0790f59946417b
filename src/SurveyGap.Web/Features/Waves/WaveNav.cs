namespace SurveyGap.Web.Features.Waves;

/// <summary>The pages of a wave, beside each other: while it is prepared as steps, later as tabs.</summary>
/// <param name="Wave">Null before there is one: then the later steps lead nowhere yet.</param>
/// <param name="Page">Which one is open: one of <see cref="Steps"/> or <see cref="Tabs"/>.</param>
public sealed record WaveNav(Guid? Wave, WaveState State, string Page)
{
    /// <summary>What a new study takes, in order; the first is behind whoever has a wave.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["client", "settings", "people", "mails", "check"];

    public static IReadOnlyList<string> Tabs { get; } = ["overview", "people", "mails", "links", "figures"];
}
