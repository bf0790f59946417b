using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Clients;

/// <summary>All clients of an account at a moment, and what waits there.</summary>
public sealed record Today(DateTimeOffset Now, IReadOnlyList<ClientLine> Clients)
{
    /// <summary>Out of the way, and still to be found.</summary>
    public IReadOnlyList<CurrentClient> Archived { get; init; } = [];

    /// <summary>What somebody should do, the most urgent first.</summary>
    public IReadOnlyList<Errand> Errands => [.. Clients.SelectMany(line => line.ErrandsAt(Now)).OrderBy(errand => errand.Notice)];

    /// <summary>Where a new study begins; null for those who only read.</summary>
    public string? NewStudy => Clients.Where(line => line.Client.Role == Role.Consultant).Select(line => line.Client.Id).ToList() switch
    {
        [] => null,
        [var only] => $"/clients/{only}/plan",
        _ => "/plan",
    };
}

/// <summary>What waits at a client.</summary>
public sealed record Errand(CurrentClient Client, WaveSummary Wave, WaveNotice Notice)
{
    /// <summary>Where something can be done about it.</summary>
    public string Address => $"/clients/{Client.Id}/waves/{Wave.WaveId}" + Notice switch
    {
        WaveNotice.OpensLate or WaveNotice.OpensSoon => "/check",
        WaveNotice.MailsFailing or WaveNotice.LowResponse => "/mails",
        WaveNotice.NewResults => "/results",
        _ => "",
    };

    /// <summary>The day that the notice speaks of.</summary>
    public DateOnly Day => Notice is WaveNotice.OpensLate or WaveNotice.OpensSoon ? Wave.Days.First : Wave.Days.Last;
}

/// <summary>A client with its waves, the newest first.</summary>
public sealed record ClientLine(CurrentClient Client, IReadOnlyList<WaveSummary> Waves)
{
    /// <summary>The wave that runs, else the newest one; null before the first.</summary>
    public WaveSummary? Wave => Waves.FirstOrDefault(wave => wave.State == WaveState.Open) ?? (Waves.Count > 0 ? Waves[0] : null);

    /// <summary>Readers only learn of results.</summary>
    public IEnumerable<Errand> ErrandsAt(DateTimeOffset now) =>
        from wave in Waves
        from notice in WaveNotices.Of(wave, now)
        where Client.Role == Role.Consultant || notice == WaveNotice.NewResults
        select new Errand(Client, wave, notice);

    /// <summary>What comes next at this client, in two or three words: what somebody should do, else what happens by itself.</summary>
    public Outlook NextAt(DateTimeOffset now) => Wave switch
    {
        null => new(Client.Role == Role.Consultant ? "NewStudy" : "Nothing"),
        var wave when ErrandsAt(now).Where(errand => errand.Wave == wave).OrderBy(errand => errand.Notice).FirstOrDefault() is { } errand =>
            new($"{errand.Notice}", errand.Day),
        { State: WaveState.Draft } wave => new(
            wave.OpeningConfirmedAt is null && Client.Role == Role.Consultant ? "Draft" : "Opens", wave.Days.First),
        { State: WaveState.Open } wave => new("Closes", wave.Days.Last),
        _ => new(Client.Role == Role.Consultant ? "NewWave" : "Nothing"),
    };

    /// <summary>The page of this wave: its results once it is closed.</summary>
    public string Address => Wave switch
    {
        null => $"/clients/{Client.Id}",
        { State: WaveState.Closed } => $"/clients/{Client.Id}/waves/{Wave.WaveId}/results",
        _ => $"/clients/{Client.Id}/waves/{Wave.WaveId}",
    };
}

/// <summary>What comes next.</summary>
/// <param name="Key">What, as the texts name it.</param>
/// <param name="Day">When; null where no day is set.</param>
public sealed record Outlook(string Key, DateOnly? Day = null);
