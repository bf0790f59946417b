using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Clients;

/// <summary>All clients of an account at a moment, and what waits there.</summary>
public sealed record Today(DateTimeOffset Now, IReadOnlyList<ClientLine> Clients)
{
    /// <summary>Out of the way, and still to be found.</summary>
    public IReadOnlyList<CurrentClient> Archived { get; init; } = [];

    /// <summary>What somebody should do, the most urgent first.</summary>
    public IReadOnlyList<(ClientLine Line, Errand Errand)> Errands =>
        [.. Clients.Select(line => (line, line.ErrandAt(Now))).Where(entry => entry.Item2 != Errand.None).OrderBy(entry => entry.Item2)];
}

/// <summary>What waits at a client. In order of urgency.</summary>
public enum Errand
{
    /// <summary>The wave's time is over, and it has not been closed.</summary>
    Close,

    /// <summary>Two days or less until the wave closes.</summary>
    ClosesSoon,

    /// <summary>A wave was closed within the last week: there are new results.</summary>
    NewResults,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>A client with its newest wave; null before the first.</summary>
public sealed record ClientLine(CurrentClient Client, WaveSummary? Wave)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(2);
    private static readonly TimeSpan New = TimeSpan.FromDays(7);

    public Errand ErrandAt(DateTimeOffset now) => Wave switch
    {
        { State: WaveState.Open } when Client.Role == Role.Consultant && now >= Wave.ClosesAt => Errand.Close,
        { State: WaveState.Open } when Client.Role == Role.Consultant && Wave.ClosesAt - now <= Soon => Errand.ClosesSoon,
        { ClosedAt: { } closed } when now - closed <= New => Errand.NewResults,
        _ => Errand.None,
    };

    /// <summary>The page of the newest wave: its results once it is closed.</summary>
    public string Address => Wave switch
    {
        null => $"/clients/{Client.Id}",
        { State: WaveState.Closed } => $"/clients/{Client.Id}/waves/{Wave.WaveId}/results",
        _ => $"/clients/{Client.Id}/waves/{Wave.WaveId}",
    };
}
